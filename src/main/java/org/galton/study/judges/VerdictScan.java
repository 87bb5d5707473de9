package org.galton.study.judges;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.galton.job.run.SparkAction;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Partition;
import org.galton.table.store.StoredFile;
import scala.Tuple2;

/**
 * Counts the verdicts of all scorers on stored rollouts. The files of scores that belong to one
 * file of rollouts are read together, so nothing is joined across machines but counts.
 */
final class VerdictScan {
  private final JavaSparkContext spark;
  private final OutputFolder output;

  VerdictScan(JavaSparkContext spark, OutputFolder output) {
    this.spark = spark;
    this.output = output;
  }

  /**
   * By cell, in their order.
   *
   * @param labels what people say, by cell
   * @param rollouts of each prompt that count, those with the lowest numbers
   * @param shown how many disagreements of a pair are kept
   */
  List<CellVerdicts> count(
      List<Partition> cells, List<Map<Judged, Boolean>> labels, int rollouts, int shown) {
    List<CellVerdicts> counted =
        new ArrayList<>(cells.stream().map(cell -> new CellVerdicts(shown)).toList());
    List<JudgedFile> files =
        IntStream.range(0, cells.size())
            .boxed()
            .flatMap(cell -> files(cell, cells.get(cell)).stream())
            .toList();
    if (!files.isEmpty()) {
      collect(files, labels, rollouts, shown).forEach(found -> counted.set(found._1(), found._2()));
    }
    return counted;
  }

  private List<JudgedFile> files(int cell, Partition partition) {
    Map<String, List<StoredFile>> scores = new HashMap<>();
    output
        .scorers(partition)
        .forEach(
            scorer ->
                output
                    .list(scorer)
                    .forEach(
                        file ->
                            scores
                                .computeIfAbsent(file.name(), name -> new ArrayList<>())
                                .add(file)));
    return output.list(output.rollouts(partition)).stream()
        .filter(file -> scores.containsKey(file.name()))
        .map(file -> new JudgedFile(cell, file, scores.get(file.name())))
        .toList();
  }

  private List<Tuple2<Integer, CellVerdicts>> collect(
      List<JudgedFile> files, List<Map<Judged, Boolean>> labels, int rollouts, int shown) {
    String root = output.root().toString();
    Broadcast<SerializableConfiguration> configuration =
        SerializableConfiguration.broadcast(spark.sc());
    Broadcast<List<Map<Judged, Boolean>>> known = spark.broadcast(labels);
    int slices = Math.min(files.size(), 4 * spark.defaultParallelism());
    try {
      return SparkAction.run(
          "compare verdicts",
          files.size() + " files",
          () ->
              spark
                  .parallelize(files, slices)
                  .mapToPair(
                      file ->
                          new Tuple2<>(
                              file.cell(),
                              verdicts(
                                  new OutputFolder(root, configuration.value().value()),
                                  file,
                                  known.value().get(file.cell()),
                                  rollouts,
                                  shown)))
                  .reduceByKey(CellVerdicts::plus, slices)
                  .collect());
    } finally {
      known.destroy();
    }
  }

  private static CellVerdicts verdicts(
      OutputFolder output, JudgedFile file, Map<Judged, Boolean> labels, int rollouts, int shown) {
    Map<Judged, List<GivenVerdict>> byRollout = new HashMap<>();
    for (StoredFile scores : file.scores()) {
      output
          .file(scores)
          .forEach(
              Table.SCORES.part(GivenVerdict.class),
              verdict -> {
                if (verdict.key().rolloutIndex() < rollouts) {
                  byRollout.computeIfAbsent(verdict.key(), key -> new ArrayList<>()).add(verdict);
                }
              });
    }
    CellVerdicts counted = new CellVerdicts(shown);
    byRollout.forEach(
        (key, verdicts) -> {
          if (labels.containsKey(key)) {
            verdicts.add(HandLabels.verdict(key, labels.get(key)));
          }
          counted.add(file.rollouts(), verdicts);
        });
    return counted;
  }
}
