package org.galton.study.reliability;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.galton.job.agents.Agent;
import org.galton.job.agents.AgentFiles;
import org.galton.job.agents.AgentFiles.CellFile;
import org.galton.job.agents.AgentFiles.Verdicts;
import org.galton.job.run.RunTables;
import org.galton.table.RolloutStatus;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import scala.Tuple2;

/**
 * The rollouts of a run's cells. The confidence is the geometric mean of the probabilities of the
 * drawn tokens. Which actions an episode took is in no table.
 */
final class StoredTrials {
  private final JavaSparkContext spark;
  private final Configuration configuration;

  StoredTrials(JavaSparkContext spark, Configuration configuration) {
    this.spark = spark;
    this.configuration = configuration;
  }

  /** The part of a row of {@code rollouts} that is measured. */
  record Drawn(
      String promptId,
      int rolloutIndex,
      String status,
      String completion,
      Integer promptTokens,
      Integer completionTokens,
      Double logprobSum,
      Double seconds) {

    Double tokens() {
      return promptTokens == null || completionTokens == null
          ? null
          : (Double) ((double) promptTokens + completionTokens);
    }

    Double confidence() {
      return logprobSum == null || completionTokens == null || completionTokens == 0
          ? null
          : (Double) Math.min(1, Math.exp(logprobSum / completionTokens));
    }
  }

  JavaPairRDD<Tuple2<Agent, String>, Trial> read(RunTables run) {
    return AgentFiles.read(spark, configuration, run, StoredTrials::trials)
        .mapToPair(trial -> trial);
  }

  private static Iterator<Tuple2<Tuple2<Agent, String>, Trial>> trials(
      OutputFolder output, CellFile cell) {
    Verdicts verdicts = cell.verdicts(output);
    List<Tuple2<Tuple2<Agent, String>, Trial>> trials = new ArrayList<>();
    cell.rollouts(output)
        .forEach(
            Table.ROLLOUTS.part(Drawn.class),
            drawn ->
                trials.add(
                    new Tuple2<>(
                        new Tuple2<>(cell.agent(), drawn.promptId()),
                        trial(drawn, verdicts.of(drawn.promptId(), drawn.rolloutIndex())))));
    return trials.iterator();
  }

  private static Trial trial(Drawn drawn, Boolean right) {
    if (RolloutStatus.FAILED.is(drawn.status()) || right == null) {
      return Trial.excluded();
    }
    return new Trial(
        right,
        false,
        null,
        drawn.confidence(),
        null,
        drawn.seconds(),
        null,
        drawn.tokens(),
        null,
        drawn.completion() == null ? null : Trial.Said.of(drawn.completion()));
  }
}
