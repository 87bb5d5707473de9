package org.galton.study.rates;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.sql.SparkSession;
import org.galton.job.figure.FigureMaker;
import org.galton.job.figure.MeasuredPrompt;
import org.galton.job.figure.ModelFigures;
import org.galton.job.figure.ModelStatistics;
import org.galton.job.figure.StatsResult;
import org.galton.job.run.RecordedRun;
import org.galton.job.run.RunName;
import org.galton.job.run.RunOrigin;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;
import org.galton.table.store.Unfinished;
import scala.Tuple2;

/**
 * Statistics of rollouts that Galton did not draw. One pass over the rows counts per prompt, the
 * counts of a prompt meet in one task, and only figures per prompt reach the driver.
 */
public final class StatsJob {

  private final SparkSession spark;

  public StatsJob(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * @throws InvalidInput when the input cannot be read as rollouts, or a k is too large for it
   */
  public StatsResult run(StatsRequest request) {
    return new StatsResult(
        RunName.at(Clock.systemUTC().instant(), StatsTables.STUDY).runId(),
        request.input(),
        models(request, prompts(request)));
  }

  /**
   * Runs, and writes the tables metrics, prompt_statistics and runs under a folder.
   *
   * @param exitCode with which the command ends by that result; whatever it throws comes before
   *     anything is written
   * @throws InvalidInput also when the folder cannot be written
   * @throws Unfinished when another run holds the folder
   */
  public StatsResult run(
      StatsRequest request, String output, RunOrigin origin, ToIntFunction<StatsResult> exitCode) {
    RecordedRun run = RecordedRun.begin(spark, StatsTables.STUDY, origin);
    List<MeasuredPrompt> prompts = prompts(request);
    StatsResult result =
        new StatsResult(run.name().runId(), request.input(), models(request, prompts));
    List<MeasuredPrompt> sorted =
        prompts.stream()
            .sorted(
                Comparator.comparing(MeasuredPrompt::model).thenComparing(MeasuredPrompt::prompt))
            .toList();
    new StatsTables(run, request.input())
        .write(result, sorted, output, exitCode.applyAsInt(result));
    return result;
  }

  private static List<ModelStatistics> models(StatsRequest request, List<MeasuredPrompt> prompts) {
    Map<String, List<MeasuredPrompt>> byModel = new TreeMap<>();
    prompts.stream()
        .sorted(Comparator.comparing(MeasuredPrompt::prompt))
        .forEach(
            prompt -> byModel.computeIfAbsent(prompt.model(), m -> new ArrayList<>()).add(prompt));
    int most = prompts.stream().mapToInt(prompt -> prompt.figures().n()).max().orElse(0);
    List<Integer> ks = request.ksUpTo(most);
    return byModel.entrySet().stream()
        .map(model -> ModelFigures.of(model.getKey(), model.getValue(), ks))
        .toList();
  }

  /** In no order. */
  List<MeasuredPrompt> prompts(StatsRequest request) {
    RolloutData data =
        SparkAction.run(
            "look at " + request.input(),
            () -> RolloutInput.read(spark, request.input(), request.clusterColumn()));
    List<MeasuredPrompt> prompts = SparkAction.run("count rollouts", () -> count(data, request));
    if (prompts.isEmpty()) {
      throw new InvalidInput(
          "Cannot read %s: there are no rows; expected a row per rollout"
              .formatted(request.input()));
    }
    return prompts;
  }

  private List<MeasuredPrompt> count(RolloutData data, StatsRequest request) {
    RolloutCells cells = new RolloutCells(data, request.truncated());
    FigureMaker maker =
        new FigureMaker(
            request.possibleKs().stream().mapToInt(Integer::intValue).toArray(),
            request.ties(),
            request.ks().isEmpty()
                ? FigureMaker.LargeVotes.SKIPPED
                : FigureMaker.LargeVotes.SIMULATED);
    String path = request.input();
    int parts = 2 * JavaSparkContext.fromSparkContext(spark.sparkContext()).defaultParallelism();
    return RolloutInput.blocks(data)
        .mapPartitionsToPair(blocks -> new CountingIterator(blocks, cells))
        // What a task counted is one entry a prompt already.
        .combineByKey(
            counts -> counts,
            RolloutCounts::add,
            RolloutCounts::add,
            new HashPartitioner(parts),
            false,
            new KryoSerializer(spark.sparkContext().conf()))
        .map(found -> figures(found, maker, path))
        .collect();
  }

  private static MeasuredPrompt figures(
      Tuple2<PromptKey, RolloutCounts> found, FigureMaker maker, String path) {
    found
        ._2()
        .conflict()
        .ifPresent(
            problem -> {
              throw new InvalidInput(
                  "Cannot read %s: prompt '%s': %s".formatted(path, found._1().prompt(), problem));
            });
    return new MeasuredPrompt(
        found._1().model().toString(),
        found._1().prompt().toString(),
        found._2().cluster(),
        maker.figures(found._2().counted()));
  }
}
