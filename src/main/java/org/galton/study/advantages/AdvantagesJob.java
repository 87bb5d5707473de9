package org.galton.study.advantages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.galton.job.input.GivenRow;
import org.galton.job.input.OpenedTable;
import org.galton.job.monitoring.RunMark;
import org.galton.job.run.RecordedRun;
import org.galton.job.run.RunName;
import org.galton.job.run.RunWriter;
import org.galton.job.run.SparkAction;
import org.galton.reward.signal.HybridReward;
import org.galton.spec.InvalidInput;
import org.galton.study.advantages.row.AdvantageRow;
import org.galton.study.advantages.row.AdvantageStepRow;
import org.galton.study.advantages.row.AdvantagesTables;
import org.galton.study.advantages.row.TokenCoefficientRow;
import scala.Tuple2;

/**
 * Advantages and coefficients of anyone's rollouts. A batch meets in one task, which holds it; the
 * driver holds the figures of batches, and rows only while they are written.
 */
final class AdvantagesJob {
  private final SparkSession spark;

  AdvantagesJob(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * @param shown rollouts to hand back
   * @throws InvalidInput when the input cannot be read, or lacks what is asked for
   */
  AdvantagesResult run(AdvantagesRequest request, RunName run, int shown) {
    return run(request, run, shown, (steps, rows) -> {});
  }

  /**
   * Runs, and writes the tables advantages, token_coefficients, advantage_steps and runs under a
   * folder.
   *
   * @throws InvalidInput also when the folder cannot be written
   */
  AdvantagesResult run(AdvantagesRequest request, RecordedRun run, int shown, String folder) {
    return run(
        request,
        run.name(),
        shown,
        (steps, rows) -> run.write(folder, writer -> write(steps, rows, writer)));
  }

  private AdvantagesResult run(
      AdvantagesRequest request,
      RunName run,
      int shown,
      BiConsumer<JavaRDD<LearnedStep>, List<AdvantageStepRow>> writing) {
    RunMark.set(spark.sparkContext(), run.runId());
    RolloutReader reader = new RolloutReader(request.step().orElse(null));
    String reading = "read " + request.input();
    OpenedTable table =
        SparkAction.run(reading, () -> reader.table(List.of()).open(spark, request.input()));
    AdvantagesRequest decided = SparkAction.run(reading, () -> request.decided(table));
    JavaPairRDD<String, Iterable<GivenRollout>> batches =
        SparkAction.run(reading, () -> batches(table, reader, decided));
    JavaRDD<LearnedStep> steps = steps(batches, decided, run);
    try {
      AdvantagesResult result =
          SparkAction.run("compare the rollouts", () -> result(decided, steps, shown));
      writing.accept(steps, result.steps());
      return result;
    } finally {
      steps.unpersist();
    }
  }

  private static AdvantagesResult result(
      AdvantagesRequest request, JavaRDD<LearnedStep> steps, int shown) {
    return new AdvantagesResult(
        request,
        steps.map(LearnedStep::summary).collect(),
        steps.flatMap(step -> step.rows().limit(shown).iterator()).take(shown));
  }

  private static void write(
      JavaRDD<LearnedStep> steps, List<AdvantageStepRow> rows, RunWriter run) {
    JavaRDD<AdvantageRow> rollouts = steps.flatMap(step -> step.rows().iterator());
    JavaRDD<TokenCoefficientRow> tokens = steps.flatMap(step -> step.tokenRows().iterator());
    run.publish(AdvantagesTables.ADVANTAGES, rollouts::toLocalIterator);
    run.publish(AdvantagesTables.COEFFICIENTS, tokens::toLocalIterator);
    run.publish(AdvantagesTables.STEPS, rows);
  }

  private static JavaPairRDD<String, Iterable<GivenRollout>> batches(
      OpenedTable table, RolloutReader reader, AdvantagesRequest request) {
    JavaRDD<GivenRow> rows = table.rows(reader.table(request.needed(table)).columns());
    int parts = 2 * Math.max(1, rows.context().defaultParallelism());
    JavaPairRDD<String, Iterable<GivenRollout>> batches =
        rows.mapToPair(row -> new Tuple2<>(reader.step(row), reader.rollout(row)))
            .groupByKey(parts)
            .sortByKey(new StepOrder(), true, parts);
    if (batches.isEmpty()) {
      throw new InvalidInput(
          "Cannot read %s: there are no rows; expected %s"
              .formatted(request.input(), table.table().expected()));
    }
    return batches;
  }

  /** In their order. */
  private static JavaRDD<LearnedStep> steps(
      JavaPairRDD<String, Iterable<GivenRollout>> batches, AdvantagesRequest request, RunName run) {
    Map<String, Double> spreads =
        request.rewards().name() == RewardName.HYBRID
            ? SparkAction.run("measure scores", () -> spreads(request.rewards(), batches))
            : Map.of();
    StepWork work =
        new StepWork(
            run.runId(),
            new StepRewards(request.rewards(), new HashMap<>(spreads)),
            request.settings());
    return batches
        .map(batch -> work.learn(batch._1(), batch._2()))
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** sigma_bar before each step but the first. */
  private static Map<String, Double> spreads(
      RewardSettings rewards, JavaPairRDD<String, Iterable<GivenRollout>> batches) {
    StepRewards check = new StepRewards(rewards, new HashMap<>());
    TreeMap<String, Double> means = new TreeMap<>(new StepOrder());
    means.putAll(
        batches
            .mapToPair(
                batch -> {
                  List<StepPrompt> prompts = StepPrompt.of(batch._1(), batch._2());
                  check.check(prompts);
                  return new Tuple2<>(
                      batch._1(), HybridReward.meanSpread(StepRewards.judged(prompts)));
                })
            .collectAsMap());
    Map<String, Double> before = new HashMap<>();
    HybridReward reward = rewards.hybrid();
    for (Map.Entry<String, Double> step : means.entrySet()) {
      reward.usualSpread().ifPresent(spread -> before.put(step.getKey(), spread));
      reward = reward.after(step.getValue());
    }
    return before;
  }
}
