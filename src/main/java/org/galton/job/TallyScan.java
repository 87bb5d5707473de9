package org.galton.job;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;
import org.galton.table.OutputFolder;
import org.galton.table.StoredFile;
import org.galton.table.Table;
import scala.Tuple2;

/**
 * Counts rollouts and their scores by prompt, in one pass over narrow columns. Each file of
 * rollouts meets its own file of scores, so nothing is joined across machines but counts.
 */
final class TallyScan {
  /**
   * @param scores null where the rollouts are not scored
   */
  private record Pair(int cell, StoredFile rollouts, StoredFile scores) implements Serializable {}

  private record Key(String promptId, int rolloutIndex) {}

  private final JavaSparkContext spark;
  private final OutputFolder output;
  private final FigureMaker maker;

  TallyScan(JavaSparkContext spark, OutputFolder output, FigureMaker maker) {
    this.spark = spark;
    this.output = output;
    this.maker = maker;
  }

  /** By cell, in their order, and prompt id; the first {@code rollouts} of each prompt. */
  List<Map<String, TalliedPrompt>> count(List<SummaryCell> cells, int rollouts) {
    List<Pair> pairs = new ArrayList<>();
    List<Map<String, TalliedPrompt>> counted = new ArrayList<>();
    for (int cell = 0; cell < cells.size(); cell++) {
      counted.add(new HashMap<>());
      CellFiles files =
          CellFiles.of(output, cells.get(cell).partition(), cells.get(cell).label().scorer());
      Map<String, StoredFile> scores = files.scoresByName();
      for (StoredFile file : files.rollouts()) {
        pairs.add(new Pair(cell, file, scores.get(file.name())));
      }
      for (StoredFile file : files.failures()) {
        pairs.add(new Pair(cell, file, null));
      }
    }
    if (!pairs.isEmpty()) {
      collect(pairs, rollouts)
          .forEach(found -> counted.get(found._1().cell()).put(found._1().promptId(), found._2()));
    }
    return counted;
  }

  private List<Tuple2<PromptRef, TalliedPrompt>> collect(List<Pair> pairs, int rollouts) {
    FigureMaker figures = maker;
    String root = output.root().toString();
    SerializableConfiguration configuration =
        new SerializableConfiguration(spark.hadoopConfiguration());
    int slices = Math.min(pairs.size(), 4 * spark.defaultParallelism());
    return SparkAction.run(
        "count scores",
        () ->
            spark
                .parallelize(pairs, slices)
                .mapPartitionsToPair(part -> tally(part, rollouts, root, configuration))
                .reduceByKey(PromptTally::add, slices)
                .mapValues(tally -> TalliedPrompt.of(tally, figures))
                .collect());
  }

  private static Iterator<Tuple2<PromptRef, PromptTally>> tally(
      Iterator<Pair> pairs, int rollouts, String root, SerializableConfiguration configuration) {
    OutputFolder output = new OutputFolder(root, configuration.value());
    Map<PromptRef, PromptTally> tallies = new HashMap<>();
    while (pairs.hasNext()) {
      Pair pair = pairs.next();
      Map<Key, PromptTally.Score> scores = new HashMap<>();
      if (pair.scores() != null) {
        output
            .file(pair.scores())
            .forEach(
                Table.SCORES.part(PromptTally.Score.class),
                row -> scores.put(new Key(row.promptId(), row.rolloutIndex()), row));
      }
      output
          .file(pair.rollouts())
          .forEach(
              Table.ROLLOUTS.part(PromptTally.Rollout.class),
              row -> {
                if (row.rolloutIndex() < rollouts) {
                  tallies
                      .computeIfAbsent(
                          new PromptRef(pair.cell(), row.promptId()), ref -> new PromptTally())
                      .add(row, scores.get(new Key(row.promptId(), row.rolloutIndex())));
                }
              });
    }
    return tallies.entrySet().stream().map(e -> new Tuple2<>(e.getKey(), e.getValue())).iterator();
  }
}
