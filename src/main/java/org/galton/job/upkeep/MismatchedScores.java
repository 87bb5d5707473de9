package org.galton.job.upkeep;

import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.galton.job.run.SparkAction;
import org.galton.table.Table;
import org.galton.table.store.GenerationFolder;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.StoredFile;
import org.galton.table.store.Unfinished;

/**
 * Files of scores that judge a rollout twice, or one that the rollouts of their name do not have. A
 * verdict may be missing: an imported log need not have all.
 *
 * @param unreadable places of files that are passed over
 */
record MismatchedScores(JavaSparkContext spark, OutputFolder output, Set<String> unreadable) {
  private record Judged(StoredFile rollouts, StoredFile scores) implements Serializable {}

  List<FolderFault> faults() {
    List<Judged> pairs = new ArrayList<>();
    output.generations().forEach(generation -> pairs.addAll(pairs(generation)));
    if (pairs.isEmpty()) {
      return List.of();
    }
    String root = output.root().toString();
    Broadcast<SerializableConfiguration> configuration =
        SerializableConfiguration.broadcast(spark.sc());
    return SparkAction.run(
        "compare scores with rollouts",
        () ->
            spark
                .parallelize(pairs, Math.min(pairs.size(), 4 * spark.defaultParallelism()))
                .map(pair -> fault(pair, new OutputFolder(root, configuration.value().value())))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect());
  }

  /** None where a merge is lost. */
  private List<Judged> pairs(GenerationFolder generation) {
    List<Judged> pairs = new ArrayList<>();
    try {
      Map<String, StoredFile> rollouts =
          readable(generation.rollouts())
              .collect(Collectors.toMap(StoredFile::name, Function.identity()));
      for (Path scorer : generation.scorers()) {
        readable(scorer)
            .filter(scores -> rollouts.containsKey(scores.name()))
            .forEach(scores -> pairs.add(new Judged(rollouts.get(scores.name()), scores)));
      }
    } catch (Unfinished e) {
      return List.of();
    }
    return pairs;
  }

  private Stream<StoredFile> readable(Path folder) {
    return output.list(folder).stream()
        .filter(file -> !unreadable.contains(output.place(new Path(file.path()))));
  }

  private static Optional<FolderFault> fault(Judged pair, OutputFolder output) {
    Set<StoredKeysByFile.Key> unjudged = new HashSet<>();
    Set<StoredKeysByFile.Key> needless = new HashSet<>();
    try {
      output
          .file(pair.rollouts())
          .forEach(Table.ROLLOUTS.part(StoredKeysByFile.Key.class), unjudged::add);
      output
          .file(pair.scores())
          .forEach(
              Table.SCORES.part(StoredKeysByFile.Key.class),
              key -> {
                if (!unjudged.remove(key)) {
                  needless.add(key);
                }
              });
    } catch (UncheckedIOException e) {
      return Optional.empty(); // Reading every file whole has named it.
    }
    return needless.stream()
        .min(
            Comparator.comparing(StoredKeysByFile.Key::promptId)
                .thenComparing(StoredKeysByFile.Key::rolloutIndex))
        .map(
            one ->
                FolderFault.toSetAside(
                    FolderFault.Kind.MISMATCHED_SCORES,
                    output.place(new Path(pair.scores().path())),
                    "judges %d rollouts twice, or that are not in the file that it judges, such as %d of prompt %s"
                        .formatted(needless.size(), one.rolloutIndex(), one.promptId())));
  }
}
