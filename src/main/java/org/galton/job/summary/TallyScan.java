package org.galton.job.summary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.util.SerializableConfiguration;
import org.galton.job.draw.CellFiles;
import org.galton.job.run.PromptRef;
import org.galton.job.run.SparkAction;
import org.galton.job.run.StoredTwice;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Partition;
import org.galton.table.store.StoredFile;
import scala.Tuple2;

/**
 * Counts rollouts and their scores by prompt, in one pass over narrow columns. Each file of
 * rollouts meets its own file of scores, so nothing is joined across machines but counts.
 */
public final class TallyScan {
  /**
   * @param scores null where the rollouts are not scored
   */
  private record Pair(int cell, StoredFile rollouts, StoredFile scores) implements Serializable {}

  /** The tallies that rows of one file are added to; rows of a prompt stand together. */
  private static final class FileTallies {
    private final int cell;
    private final Map<PromptRef, PromptTally> tallies;
    private String prompt = "";
    private PromptTally ofPrompt;

    FileTallies(int cell, Map<PromptRef, PromptTally> tallies) {
      this.cell = cell;
      this.tallies = tallies;
    }

    PromptTally of(String promptId) {
      if (ofPrompt == null || !promptId.equals(prompt)) {
        prompt = promptId;
        ofPrompt = tallies.computeIfAbsent(new PromptRef(cell, promptId), ref -> new PromptTally());
      }
      return ofPrompt;
    }
  }

  /** Rollouts of one generation, and who judged them. */
  public record Judged(Partition partition, String scorer) {}

  private final JavaSparkContext spark;
  private final OutputFolder output;

  public TallyScan(JavaSparkContext spark, OutputFolder output) {
    this.spark = spark;
    this.output = output;
  }

  /**
   * By cell, in their order, and prompt id.
   *
   * @param rollouts that count
   * @param figures what is kept of a prompt; computed where it was counted
   */
  public <R> List<Map<String, R>> count(
      List<Judged> cells, CountedRollouts rollouts, Function<PromptTally, R> figures) {
    List<Pair> pairs = new ArrayList<>();
    List<Map<String, R>> counted = new ArrayList<>();
    for (int cell = 0; cell < cells.size(); cell++) {
      counted.add(new HashMap<>());
      CellFiles files = CellFiles.of(output, cells.get(cell).partition(), cells.get(cell).scorer());
      Map<String, StoredFile> scores = files.scoresByName();
      for (StoredFile file : files.rollouts()) {
        pairs.add(new Pair(cell, file, scores.get(file.name())));
      }
      for (StoredFile file : files.failures()) {
        pairs.add(new Pair(cell, file, null));
      }
    }
    if (!pairs.isEmpty()) {
      collect(pairs, rollouts, figures)
          .forEach(found -> counted.get(found._1().cell()).put(found._1().promptId(), found._2()));
    }
    return counted;
  }

  private <R> List<Tuple2<PromptRef, R>> collect(
      List<Pair> pairs, CountedRollouts rollouts, Function<PromptTally, R> figures) {
    String root = output.root().toString();
    Broadcast<SerializableConfiguration> configuration =
        SerializableConfiguration.broadcast(spark.sc());
    int slices = Math.min(pairs.size(), 4 * spark.defaultParallelism());
    return SparkAction.run(
        "count scores",
        () ->
            spark
                .parallelize(pairs, slices)
                .mapPartitionsToPair(part -> tally(part, rollouts, root, configuration))
                // What a task counted is one entry a prompt already.
                .combineByKey(
                    tally -> tally,
                    PromptTally::add,
                    PromptTally::add,
                    new HashPartitioner(slices),
                    false,
                    new KryoSerializer(spark.getConf()))
                .map(found -> once(found, root))
                .mapToPair(found -> new Tuple2<>(found._1(), figures.call(found._2())))
                .collect());
  }

  private static Tuple2<PromptRef, PromptTally> once(
      Tuple2<PromptRef, PromptTally> found, String root) {
    found
        ._2()
        .twice()
        .ifPresent(
            index -> {
              throw StoredTwice.of(root, root, found._1().promptId(), index);
            });
    return found;
  }

  private static Iterator<Tuple2<PromptRef, PromptTally>> tally(
      Iterator<Pair> pairs,
      CountedRollouts rollouts,
      String root,
      Broadcast<SerializableConfiguration> configuration) {
    OutputFolder output = new OutputFolder(root, configuration.value().value());
    Map<PromptRef, PromptTally> tallies = new HashMap<>();
    while (pairs.hasNext()) {
      Pair pair = pairs.next();
      FileVerdicts scores = new FileVerdicts();
      if (pair.scores() != null) {
        output
            .file(pair.scores())
            .forEach(
                Table.SCORES.part(PromptTally.Score.class),
                row ->
                    scores.add(
                        row,
                        index ->
                            StoredTwice.of(root, pair.scores().path(), row.promptId(), index)));
      }
      FileTallies ofFile = new FileTallies(pair.cell(), tallies);
      output
          .file(pair.rollouts())
          .forEach(
              Table.ROLLOUTS.part(PromptTally.Rollout.class),
              row -> {
                if (rollouts.counts(pair.cell(), row.promptId(), row.rolloutIndex())) {
                  ofFile.of(row.promptId()).add(row, scores.of(row));
                }
              });
    }
    return tallies.entrySet().stream().map(e -> new Tuple2<>(e.getKey(), e.getValue())).iterator();
  }
}
