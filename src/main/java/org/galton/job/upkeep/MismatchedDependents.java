package org.galton.job.upkeep;

import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
 * Files of scores that judge a rollout twice, or one that the rollouts of their name do not have; a
 * verdict may be missing, since an imported log need not have all. Files of tokens and of searches
 * that are not those of all rollouts of their name, tokens as many as were drawn.
 *
 * @param unreadable places of files that are passed over
 */
record MismatchedDependents(JavaSparkContext spark, OutputFolder output, Set<String> unreadable) {
  /** A file of rollouts, and one of its name in another table. */
  private record Pair(Merged table, StoredFile rollouts, StoredFile dependent)
      implements Serializable {}

  private record Drawn(String promptId, int rolloutIndex, Integer completionTokens) {}

  private record Told(String promptId, int rolloutIndex, List<Integer> tokenIds) {}

  List<FolderFault> faults() {
    List<Pair> pairs = new ArrayList<>();
    output.generations().forEach(generation -> pairs.addAll(pairs(generation)));
    if (pairs.isEmpty()) {
      return List.of();
    }
    String root = output.root().toString();
    Broadcast<SerializableConfiguration> configuration =
        SerializableConfiguration.broadcast(spark.sc());
    return SparkAction.run(
        "compare scores, tokens and searches with rollouts",
        () ->
            spark
                .parallelize(pairs, Math.min(pairs.size(), 4 * spark.defaultParallelism()))
                .map(pair -> fault(pair, new OutputFolder(root, configuration.value().value())))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect());
  }

  /** None where a merge is lost. */
  private List<Pair> pairs(GenerationFolder generation) {
    List<Pair> pairs = new ArrayList<>();
    try {
      Map<String, StoredFile> rollouts =
          readable(generation.rollouts())
              .collect(Collectors.toMap(StoredFile::name, Function.identity()));
      for (Path folder : generation.dependents()) {
        Merged table = Merged.dependent(generation, folder);
        readable(folder)
            .filter(file -> rollouts.containsKey(file.name()))
            .forEach(file -> pairs.add(new Pair(table, rollouts.get(file.name()), file)));
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

  private static Optional<FolderFault> fault(Pair pair, OutputFolder output) {
    Set<StoredKeysByFile.Key> wrong;
    try {
      wrong =
          switch (pair.table()) {
            case SCORES, ROLLOUTS -> needlessScores(pair, output);
            case ROLLOUT_TOKENS -> otherTokens(pair, output);
            case SEARCHES -> otherSearches(pair, output);
            case SEARCH_NODES -> otherTrees(pair, output);
          };
    } catch (UncheckedIOException e) {
      return Optional.empty(); // Reading every file whole has named it.
    }
    return wrong.stream()
        .min(
            Comparator.comparing(StoredKeysByFile.Key::promptId)
                .thenComparing(StoredKeysByFile.Key::rolloutIndex))
        .map(
            one ->
                FolderFault.toSetAside(
                    kind(pair.table()),
                    output.place(new Path(pair.dependent().path())),
                    problem(pair.table())
                        .formatted(wrong.size(), one.rolloutIndex(), one.promptId())));
  }

  private static FolderFault.Kind kind(Merged table) {
    return switch (table) {
      case SCORES, ROLLOUTS -> FolderFault.Kind.MISMATCHED_SCORES;
      case ROLLOUT_TOKENS -> FolderFault.Kind.MISMATCHED_TOKENS;
      case SEARCHES, SEARCH_NODES -> FolderFault.Kind.MISMATCHED_SEARCHES;
    };
  }

  private static String problem(Merged table) {
    return switch (table) {
      case SCORES, ROLLOUTS ->
          "judges %d rollouts twice, or that are not in the file that it judges, such as %d of"
              + " prompt %s";
      case ROLLOUT_TOKENS ->
          "differs in the tokens of %d rollouts from the file of rollouts of its name, such as %d"
              + " of prompt %s";
      case SEARCHES, SEARCH_NODES ->
          "differs in the searches of %d rollouts from the file of rollouts of its name, such as %d"
              + " of prompt %s";
    };
  }

  private static Set<StoredKeysByFile.Key> needlessScores(Pair pair, OutputFolder output) {
    return needless(Table.SCORES, pair, output, drawn(pair, output));
  }

  private static Set<StoredKeysByFile.Key> drawn(Pair pair, OutputFolder output) {
    Set<StoredKeysByFile.Key> drawn = new HashSet<>();
    output
        .file(pair.rollouts())
        .forEach(Table.ROLLOUTS.part(StoredKeysByFile.Key.class), drawn::add);
    return drawn;
  }

  /** Keys of rows that are not in {@code drawn}, which loses those that are. */
  private static Set<StoredKeysByFile.Key> needless(
      Table<?> table, Pair pair, OutputFolder output, Set<StoredKeysByFile.Key> drawn) {
    Set<StoredKeysByFile.Key> needless = new HashSet<>();
    output
        .file(pair.dependent())
        .forEach(
            table.part(StoredKeysByFile.Key.class),
            key -> {
              if (!drawn.remove(key)) {
                needless.add(key);
              }
            });
    return needless;
  }

  private static Set<StoredKeysByFile.Key> otherSearches(Pair pair, OutputFolder output) {
    Set<StoredKeysByFile.Key> drawn = drawn(pair, output);
    Set<StoredKeysByFile.Key> other = needless(Table.SEARCHES, pair, output, drawn);
    other.addAll(drawn);
    return other;
  }

  /** A node's key within its generation. */
  private record Node(String promptId, int rolloutIndex, int node) {
    StoredKeysByFile.Key rollout() {
      return new StoredKeysByFile.Key(promptId, rolloutIndex);
    }
  }

  /** Of rollouts without a tree, trees without a rollout, and trees that hold a node twice. */
  private static Set<StoredKeysByFile.Key> otherTrees(Pair pair, OutputFolder output) {
    Set<StoredKeysByFile.Key> drawn = drawn(pair, output);
    Set<Node> nodes = new HashSet<>();
    Set<StoredKeysByFile.Key> other = new HashSet<>();
    output
        .file(pair.dependent())
        .forEach(
            Table.SEARCH_NODES.part(Node.class),
            node -> {
              if (!nodes.add(node) || !drawn.contains(node.rollout())) {
                other.add(node.rollout());
              }
            });
    drawn.removeAll(nodes.stream().map(Node::rollout).collect(Collectors.toSet()));
    other.addAll(drawn);
    return other;
  }

  private static Set<StoredKeysByFile.Key> otherTokens(Pair pair, OutputFolder output) {
    Map<StoredKeysByFile.Key, Integer> drawn = new HashMap<>();
    Set<StoredKeysByFile.Key> other = new HashSet<>();
    output
        .file(pair.rollouts())
        .forEach(
            Table.ROLLOUTS.part(Drawn.class),
            row ->
                drawn.put(
                    new StoredKeysByFile.Key(row.promptId(), row.rolloutIndex()),
                    row.completionTokens()));
    output
        .file(pair.dependent())
        .forEach(
            Table.ROLLOUT_TOKENS.part(Told.class),
            row -> {
              StoredKeysByFile.Key key =
                  new StoredKeysByFile.Key(row.promptId(), row.rolloutIndex());
              if (!drawn.remove(key, row.tokenIds().size())) {
                other.add(key);
              }
            });
    other.addAll(drawn.keySet());
    return other;
  }
}
