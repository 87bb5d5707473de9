package org.galton.study.samplers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.galton.job.run.SparkAction;
import org.galton.table.BooksRow;
import org.galton.table.RolloutStatus;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Partition;
import org.galton.table.store.StoredFile;
import org.galton.table.store.TableFile;
import scala.Tuple2;

/**
 * Adds up what stored rollouts have found and cost. A file of rollouts is read with the files of
 * searches and scores of its name, so nothing is joined across machines but sums.
 */
final class CostScan {
  private final JavaSparkContext spark;
  private final OutputFolder output;

  CostScan(JavaSparkContext spark, OutputFolder output) {
    this.spark = spark;
    this.output = output;
  }

  /**
   * By cell, in their order.
   *
   * @param rollouts of each prompt that count, those with the lowest numbers
   */
  List<CellCosts> add(List<BooksRow> cells, int rollouts) {
    List<Partition> partitions = cells.stream().map(this::partition).toList();
    List<String> scorers = cells.stream().map(BooksRow::scorer).toList();
    List<CostedFile> files =
        IntStream.range(0, cells.size())
            .boxed()
            .flatMap(
                cell ->
                    output.list(output.rollouts(partitions.get(cell))).stream()
                        .filter(file -> !file.isFailed())
                        .map(file -> new CostedFile(cell, file)))
            .toList();
    List<CellCosts> added = new ArrayList<>(cells.stream().map(cell -> new CellCosts()).toList());
    if (!files.isEmpty()) {
      collect(files, new ArrayList<>(partitions), new ArrayList<>(scorers), rollouts)
          .forEach(found -> added.set(found._1(), found._2()));
    }
    return added;
  }

  private Partition partition(BooksRow cell) {
    return output.stored(new Partition(cell.model(), cell.task(), cell.generation()));
  }

  private List<Tuple2<Integer, CellCosts>> collect(
      List<CostedFile> files, List<Partition> partitions, List<String> scorers, int rollouts) {
    String root = output.root().toString();
    Broadcast<SerializableConfiguration> configuration =
        SerializableConfiguration.broadcast(spark.sc());
    int slices = Math.min(files.size(), 4 * spark.defaultParallelism());
    return SparkAction.run(
        "add up what samplers cost",
        files.size() + " files",
        () ->
            spark
                .parallelize(files, slices)
                .mapToPair(
                    file ->
                        new Tuple2<>(
                            file.cell(),
                            costs(
                                new OutputFolder(root, configuration.value().value()),
                                file.rollouts(),
                                partitions.get(file.cell()),
                                scorers.get(file.cell()),
                                rollouts)))
                .reduceByKey(CellCosts::plus, slices)
                .collect());
  }

  private static CellCosts costs(
      OutputFolder output, StoredFile file, Partition partition, String scorer, int rollouts) {
    CellCosts costs = new CellCosts();
    Map<String, Map<Integer, Long>> searched = new HashMap<>();
    TableFile searches = output.searchesOf(file, partition);
    if (searches.exists()) {
      searches.forEach(
          Table.SEARCHES.part(SearchCost.class),
          search -> {
            if (search.rolloutIndex() < rollouts) {
              costs.searched(search);
              searched
                  .computeIfAbsent(search.promptId(), id -> new HashMap<>())
                  .put(search.rolloutIndex(), search.drawnTokens());
            }
          });
    }
    output
        .file(file)
        .forEach(
            Table.ROLLOUTS.part(CostedRollout.class),
            rollout -> {
              if (rollout.rolloutIndex() < rollouts && !RolloutStatus.FAILED.is(rollout.status())) {
                Long tokens =
                    searched.getOrDefault(rollout.promptId(), Map.of()).get(rollout.rolloutIndex());
                costs.drawn(rollout.promptId(), tokens == null ? own(rollout) : tokens);
              }
            });
    TableFile scores = output.scoresOf(file, partition, scorer);
    if (scores.exists()) {
      scores.forEach(
          Table.SCORES.part(RightAnswer.class),
          score -> {
            if (score.rolloutIndex() < rollouts && Boolean.TRUE.equals(score.correct())) {
              costs.right(score.promptId(), score.answer() == null ? "" : score.answer());
            }
          });
    }
    return costs;
  }

  private static long own(CostedRollout rollout) {
    return rollout.completionTokens() == null ? 0 : rollout.completionTokens();
  }
}
