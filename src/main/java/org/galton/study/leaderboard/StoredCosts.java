package org.galton.study.leaderboard;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.galton.job.agents.AgentFiles;
import org.galton.job.agents.AgentFiles.CellFile;
import org.galton.job.agents.AgentFiles.Verdicts;
import org.galton.job.run.RunTables;
import org.galton.leaderboard.Price;
import org.galton.leaderboard.Prices;
import org.galton.table.RolloutStatus;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
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

  /** The part of a row of {@code rollouts} that says what it cost. */
  record Drawn(
      String promptId,
      int rolloutIndex,
      String status,
      Integer promptTokens,
      Integer completionTokens,
      Double seconds)
      implements Serializable {}

  JavaPairRDD<Tuple2<AgentKey, String>, Spend> read(RunTables run, Prices prices) {
    LocalDate day = run.run().started().atZone(ZoneOffset.UTC).toLocalDate();
    return AgentFiles.read(
            spark,
            configuration,
            run,
            (output, file) ->
                spends(output, file, prices.of(file.agent().model(), day)).entrySet().stream()
                    .map(
                        found ->
                            new Tuple2<>(
                                new Tuple2<>(AgentKey.of(file.agent()), found.getKey()),
                                found.getValue()))
                    .iterator())
        .mapToPair(spend -> spend);
  }

  private static Map<String, Spend> spends(
      OutputFolder output, CellFile cell, Optional<Price> price) {
    Verdicts verdicts = cell.verdicts(output);
    Map<String, Spend> spends = new HashMap<>();
    cell.rollouts(output)
        .forEach(
            Table.ROLLOUTS.part(Drawn.class),
            rollout ->
                spends
                    .computeIfAbsent(rollout.promptId(), id -> new Spend())
                    .add(
                        ending(rollout, verdicts.of(rollout.promptId(), rollout.rolloutIndex())),
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
