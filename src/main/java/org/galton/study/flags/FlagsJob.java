package org.galton.study.flags;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.galton.flags.Flag;
import org.galton.flags.Rules;
import org.galton.job.agents.Agent;
import org.galton.job.run.RunAddress;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;
import org.galton.study.flags.row.FlagOutcomeRow;
import org.galton.study.flags.row.FlagRow;
import scala.Tuple2;

/** Flags rollouts where they are read, and counts flags by agent and outcome. */
final class FlagsJob {
  static final String JUDGE = "rules/" + Flag.VERSION;

  private static final Comparator<FlagRow> ORDER =
      Comparator.comparing(FlagRow::task)
          .thenComparing(FlagRow::model)
          .thenComparing(FlagRow::scaffold)
          .thenComparing(FlagRow::problem)
          .thenComparing(FlagRow::rollout)
          .thenComparing(FlagRow::rubric)
          .thenComparing(FlagRow::rule)
          .thenComparing(FlagRow::step)
          .thenComparing(FlagRow::evidence);

  private final SparkSession spark;
  private final Configuration hadoop;
  private final Rules rules;

  FlagsJob(SparkSession spark, Configuration hadoop, Rules rules) {
    this.spark = spark;
    this.hadoop = hadoop;
    this.rules = rules;
  }

  /**
   * @param inputs run folders and tables of transcripts
   * @param labels table of labels; null where there is none
   * @throws InvalidInput when they cannot be read, or hold no rollouts
   */
  FlagsResult run(String runId, List<String> inputs, String labels) {
    Map<LabelTable.Label, Boolean> known =
        labels == null ? Map.of() : LabelTable.read(spark, labels);
    JavaRDD<Observed> read =
        inputs.stream().distinct().map(this::read).reduce(JavaRDD::union).orElseThrow();
    read.persist(StorageLevel.MEMORY_AND_DISK());
    Rules used = rules;
    JavaRDD<Flagged> all = withConstantAnswers(read).map(seen -> Flagged.of(seen, used));
    all.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      List<FlagRow> flags = flags(runId, all);
      List<FlagOutcomeRow> outcomes = outcomes(runId, all);
      if (outcomes.isEmpty()) {
        throw new InvalidInput(
            "Cannot flag rollouts: %s has none; expected a run folder or a table with a row per rollout"
                .formatted(String.join(", ", inputs)));
      }
      return new FlagsResult(
          flags,
          outcomes,
          known.isEmpty() ? List.of() : new LabelComparison(labels, known).rows(runId, all));
    } finally {
      all.unpersist();
      read.unpersist();
    }
  }

  private JavaRDD<Observed> read(String input) {
    RunAddress address = RunAddress.parse(input);
    return address.hasRuns(hadoop)
        ? new StoredTranscripts(spark, hadoop).read(address.open(hadoop))
        : TranscriptTable.read(spark, input);
  }

  private JavaRDD<Observed> withConstantAnswers(JavaRDD<Observed> all) {
    HashSet<FamilyAnswers.Key> constant =
        SparkAction.run(
            "compare answers",
            () ->
                new HashSet<>(
                    all.filter(FamilyAnswers::counts)
                        .mapToPair(seen -> new Tuple2<>(FamilyAnswers.Key.of(seen), seen))
                        .aggregateByKey(FamilyAnswers.NONE, FamilyAnswers::and, FamilyAnswers::and)
                        .filter(family -> family._2().isConstant())
                        .keys()
                        .collect()));
    if (constant.isEmpty()) {
      return all;
    }
    Broadcast<HashSet<FamilyAnswers.Key>> sent =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(constant);
    return all.map(
        seen ->
            FamilyAnswers.counts(seen) && sent.value().contains(FamilyAnswers.Key.of(seen))
                ? seen.withConstantAnswer()
                : seen);
  }

  private static List<FlagRow> flags(String runId, JavaRDD<Flagged> all) {
    return SparkAction.run(
            "flag rollouts",
            () ->
                all.flatMap(
                        rollout ->
                            rollout.flags().stream()
                                .map(flag -> row(runId, rollout.rollout(), flag))
                                .iterator())
                    .collect())
        .stream()
        .sorted(ORDER)
        .toList();
  }

  private static FlagRow row(String runId, RolloutKey rollout, Flag flag) {
    return new FlagRow(
        runId,
        rollout.agent().task(),
        rollout.agent().model(),
        rollout.agent().scaffold(),
        rollout.problem(),
        rollout.rollout(),
        flag.rule().rubric().key(),
        JUDGE,
        flag.rule().key(),
        flag.step(),
        flag.evidence());
  }

  private static List<FlagOutcomeRow> outcomes(String runId, JavaRDD<Flagged> all) {
    List<Tuple2<Tuple2<Agent, String>, RubricCounts>> problems =
        SparkAction.run(
            "count flags",
            () ->
                all.mapToPair(
                        rollout ->
                            new Tuple2<>(
                                new Tuple2<>(
                                    rollout.rollout().agent(), rollout.rollout().problem()),
                                RubricCounts.of(rollout)))
                    .reduceByKey(RubricCounts::and)
                    .collect());
    TreeMap<Agent, TreeMap<String, RubricCounts>> agents = new TreeMap<>();
    problems.forEach(
        problem ->
            agents
                .computeIfAbsent(problem._1()._1(), agent -> new TreeMap<>())
                .put(problem._1()._2(), problem._2()));
    List<FlagOutcomeRow> rows = new ArrayList<>();
    agents.forEach(
        (agent, counts) ->
            rows.addAll(AgentOutcomes.rows(runId, agent, List.copyOf(counts.values()))));
    return List.copyOf(rows);
  }
}
