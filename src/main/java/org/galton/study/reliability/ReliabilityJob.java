package org.galton.study.reliability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.galton.job.agents.Agent;
import org.galton.job.run.RunAddress;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;
import org.galton.study.reliability.row.ReliabilityProblemRow;
import org.galton.study.reliability.row.ReliabilityRow;
import scala.Tuple2;

/** Measures the rollouts of a problem in one task, and an agent's problems in another. */
final class ReliabilityJob {
  private static final Comparator<ReliabilityProblemRow> BY_PROBLEM =
      Comparator.comparing(ReliabilityProblemRow::task)
          .thenComparing(ReliabilityProblemRow::model)
          .thenComparing(ReliabilityProblemRow::scaffold)
          .thenComparing(ReliabilityProblemRow::problem);
  private static final Comparator<ReliabilityRow> BY_AGENT =
      Comparator.comparing(ReliabilityRow::task)
          .thenComparing(ReliabilityRow::model)
          .thenComparing(ReliabilityRow::scaffold);

  private final SparkSession spark;
  private final Configuration hadoop;

  ReliabilityJob(SparkSession spark, Configuration hadoop) {
    this.spark = spark;
    this.hadoop = hadoop;
  }

  /**
   * @param inputs run folders and tables of rollouts
   * @throws InvalidInput when they cannot be read, or hold no rollouts
   */
  ReliabilityResult run(String runId, List<String> inputs) {
    JavaPairRDD<Tuple2<Agent, String>, Trial> all = null;
    for (String input : inputs.stream().distinct().toList()) {
      JavaPairRDD<Tuple2<Agent, String>, Trial> read = read(input);
      all = all == null ? read : all.union(read);
    }
    JavaPairRDD<Tuple2<Agent, String>, Trial> trials = Objects.requireNonNull(all);
    JavaPairRDD<Agent, ProblemTrials> problems =
        trials
            .groupByKey()
            .mapToPair(
                group ->
                    new Tuple2<>(
                        group._1()._1(),
                        ProblemTrials.of(runId, group._1()._1(), group._1()._2(), group._2())));
    List<ReliabilityResult> agents =
        SparkAction.run(
            "measure reliability",
            () ->
                problems.groupByKey().map(group -> agent(runId, group._1(), group._2())).collect());
    if (agents.isEmpty()) {
      throw new InvalidInput(
          "Cannot measure agents: %s has no rollouts; expected a run folder or a table with a row per rollout"
              .formatted(String.join(", ", inputs)));
    }
    return new ReliabilityResult(
        agents.stream().flatMap(agent -> agent.measures().stream()).sorted(BY_AGENT).toList(),
        agents.stream().flatMap(agent -> agent.problems().stream()).sorted(BY_PROBLEM).toList());
  }

  private JavaPairRDD<Tuple2<Agent, String>, Trial> read(String input) {
    RunAddress address = RunAddress.parse(input);
    return address.hasRuns(hadoop)
        ? new StoredTrials(JavaSparkContext.fromSparkContext(spark.sparkContext()), hadoop)
            .read(address.open(hadoop))
        : TrialTable.read(spark, input);
  }

  private static ReliabilityResult agent(
      String runId, Agent agent, Iterable<ProblemTrials> problems) {
    List<ProblemTrials> sorted = new ArrayList<>();
    problems.forEach(sorted::add);
    sorted.sort(Comparator.comparing(ProblemTrials::row, BY_PROBLEM));
    return new ReliabilityResult(
        AgentReliability.of(runId, agent, sorted),
        sorted.stream().map(ProblemTrials::row).toList());
  }
}
