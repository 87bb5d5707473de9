package org.galton.study.leaderboard;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.galton.job.run.RunTables;
import org.galton.leaderboard.Price;
import org.galton.leaderboard.Prices;
import org.galton.table.BooksRow;
import org.galton.table.RolloutStatus;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Partition;
import org.galton.table.store.StoredFile;
import org.galton.table.store.TableFile;
import scala.Tuple2;

/**
 * What the rollouts of a run's cells came to. A file of rollouts is read with the file of scores of
 * its name, so nothing is joined across machines but sums.
 */
final class StoredCosts {
  private final JavaSparkContext spark;
  private final Configuration configuration;

  StoredCosts(JavaSparkContext spark, Configuration configuration) {
    this.spark = spark;
    this.configuration = configuration;
  }

  /** A file of rollouts of a cell. */
  private record CellFile(AgentKey agent, StoredFile file, Partition partition, String scorer)
      implements Serializable {}

  /** The part of a row of {@code rollouts} that says what it cost. */
  record Drawn(
      String promptId,
      int rolloutIndex,
      String status,
      Integer promptTokens,
      Integer completionTokens,
      Double seconds)
      implements Serializable {}

  /** The part of a row of {@code scores} that says whether it is right. */
  record Right(String promptId, int rolloutIndex, Boolean correct) implements Serializable {}

  JavaPairRDD<Tuple2<AgentKey, String>, Spend> read(RunTables run, Prices prices) {
    OutputFolder output = new OutputFolder(run.folder(), configuration);
    LocalDate day = run.run().started().atZone(ZoneOffset.UTC).toLocalDate();
    List<CellFile> files = new ArrayList<>();
    for (BooksRow cell : run.books()) {
      Partition partition =
          output.stored(new Partition(cell.model(), cell.task(), cell.generation()));
      AgentKey agent = new AgentKey(cell.task(), cell.model(), cell.sampling(), "");
      output
          .list(output.rollouts(partition))
          .forEach(file -> files.add(new CellFile(agent, file, partition, cell.scorer())));
    }
    String root = output.root().toString();
    Broadcast<SerializableConfiguration> broadcast =
        SerializableConfiguration.broadcast(spark.sc());
    return spark
        .parallelize(files, Math.max(1, Math.min(files.size(), 4 * spark.defaultParallelism())))
        .flatMapToPair(
            file ->
                spends(
                        new OutputFolder(root, broadcast.value().value()),
                        file,
                        prices.of(file.agent().model(), day))
                    .entrySet()
                    .stream()
                    .map(
                        found ->
                            new Tuple2<>(
                                new Tuple2<>(file.agent(), found.getKey()), found.getValue()))
                    .iterator());
  }

  private static Map<String, Spend> spends(
      OutputFolder output, CellFile cell, Optional<Price> price) {
    Map<String, Map<Integer, Boolean>> right = new HashMap<>();
    TableFile scores = output.scoresOf(cell.file(), cell.partition(), cell.scorer());
    if (scores.exists()) {
      scores.forEach(
          Table.SCORES.part(Right.class),
          score -> {
            if (score.correct() != null) {
              right
                  .computeIfAbsent(score.promptId(), id -> new HashMap<>())
                  .put(score.rolloutIndex(), score.correct());
            }
          });
    }
    Map<String, Spend> spends = new HashMap<>();
    output
        .file(cell.file())
        .forEach(
            Table.ROLLOUTS.part(Drawn.class),
            rollout ->
                spends
                    .computeIfAbsent(rollout.promptId(), id -> new Spend())
                    .add(
                        ending(
                            rollout,
                            right
                                .getOrDefault(rollout.promptId(), Map.of())
                                .get(rollout.rolloutIndex())),
                        Cost.priced(
                            longOf(rollout.promptTokens()),
                            longOf(rollout.completionTokens()),
                            rollout.seconds(),
                            price)));
    return spends;
  }

  private static Ending ending(Drawn rollout, Boolean isRight) {
    if (RolloutStatus.FAILED.is(rollout.status())) {
      return Ending.INFRASTRUCTURE;
    }
    if (isRight == null) {
      return Ending.UNJUDGED;
    }
    return isRight ? Ending.RIGHT : Ending.WRONG;
  }

  private static Long longOf(Integer tokens) {
    return tokens == null ? null : (Long) tokens.longValue();
  }
}
