package org.galton.job.sweep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.galton.job.draw.KeyScan;
import org.galton.job.draw.Progress;
import org.galton.job.draw.RolloutJob;
import org.galton.job.draw.RolloutResult;
import org.galton.job.run.PromptTable;
import org.galton.job.run.RunName;
import org.galton.job.run.RunOrigin;
import org.galton.job.run.RunWriter;
import org.galton.job.score.JudgeTrial;
import org.galton.job.score.ScoreJob;
import org.galton.job.score.ScoredCell;
import org.galton.job.summary.Summary;
import org.galton.job.summary.SummaryCell;
import org.galton.job.summary.SummaryJob;
import org.galton.model.source.ModelLoader;
import org.galton.spec.InvalidInput;
import org.galton.sweep.Cell;
import org.galton.sweep.CellPlan;
import org.galton.sweep.SweepPlan;
import org.galton.sweep.SweepSpec;
import org.galton.table.Table;
import org.galton.table.store.Fence;
import org.galton.table.store.OutputFolder;

/** One run of a sweep, by the holder of its output. */
final class SweepRun {
  private static final int INVALID = 2;
  private static final int UNFINISHED = 3;

  private final SparkSession session;
  private final JavaSparkContext spark;
  private final ModelLoader loader;
  private final RunReview review;
  private final SweepStudy study;
  private final SweepSpec asked;
  private final OutputFolder output;
  private final RunWriter tables;
  private final Fence fence;
  private final RunName name;
  private final Clock clock;
  private final Instant started;

  SweepRun(
      SparkSession session,
      ModelLoader loader,
      RunReview review,
      SweepStudy study,
      SweepSpec asked,
      RunWriter tables,
      RunName name,
      Clock clock) {
    this.session = session;
    this.spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    this.loader = loader;
    this.review = review;
    this.study = study;
    this.asked = asked;
    this.tables = tables;
    this.output = tables.output();
    this.fence = tables.fence();
    this.name = name;
    this.clock = clock;
    this.started = clock.instant();
  }

  /**
   * @param galtonVersion for the run's row
   */
  SweepResult run(Set<Stage> stages, Consumer<Progress> progress, String galtonVersion) {
    try {
      SweepResult result = run(stages, progress);
      record(result.spec(), galtonVersion, result.exitCode(), result.warnings());
      return result;
    } catch (RuntimeException e) {
      try {
        int exitCode = e instanceof InvalidInput ? INVALID : UNFINISHED;
        record(asked, galtonVersion, exitCode, List.of());
      } catch (RuntimeException unrecorded) {
        e.addSuppressed(unrecorded);
      }
      throw e;
    }
  }

  private SweepResult run(Set<Stage> stages, Consumer<Progress> progress) {
    SweepModels models = SweepModels.of(asked, loader);
    SweepSpec spec = models.spec();
    List<Cell> cells = Cells.of(models);
    BudgetPlan planning = new BudgetPlan(spark, output, spec, cells);
    SweepPlan plan = planning.now();
    PromptTable prompts = new PromptTable(output);
    cells.forEach(cell -> prompts.add(cell.task().name(), cell.prompts(), fence));

    if (plan.missing() > 0 && stages.containsAll(List.of(Stage.ROLLOUT, Stage.SCORE))) {
      new JudgeTrial(spark, "nothing was drawn").run(ScoredCell.of(plan.cells()));
    }
    if (stages.contains(Stage.ROLLOUT)) {
      ValueTrial.run(plan.cells());
    }
    StagedProgress told = new StagedProgress(progress, plan.missing() - plan.planned());
    Work work = drawAndScore(plan, spec, stages, told);
    if (plan.isUndivided() && goesOn(stages)) {
      plan = planning.secondStage(spec.budget().orElseThrow());
      work = work.plus(drawAndScore(plan, spec, stages, told.next()));
    }
    List<CellPlan> planned = plan.cells();
    RolloutResult drawn = work.drawn();
    Optional<Summary> summary =
        stages.contains(Stage.SUMMARIZE)
            ? Optional.of(summarize(spec, planned, drawn))
            : Optional.empty();
    Reviewed reviewed =
        summary
            .map(found -> review.review(spec, name.runId(), found, () -> fence.check(output)))
            .orElse(Reviewed.NOTHING);
    if (!reviewed.gates().isEmpty()) {
      tables.publish(
          Table.GATES, reviewed.gates().stream().map(gate -> gate.row(name.runId())).toList());
    }
    return new SweepResult(
        name.runId(),
        spec,
        models.skipped(),
        warnings(spec, cells, plan, stages),
        Duration.between(started, clock.instant()),
        failures(planned, drawn, summary),
        drawn,
        work.judged(),
        summary,
        reviewed);
  }

  private List<String> warnings(
      SweepSpec spec, List<Cell> cells, SweepPlan plan, Set<Stage> stages) {
    List<String> warnings = new ArrayList<>(SelfJudgements.of(cells));
    warnings.addAll(WaitingStages.of(plan, stages));
    if (stages.contains(Stage.ROLLOUT)) {
      warnings.addAll(TokenlessRollouts.of(new KeyScan(spark, output), spec, plan));
    }
    return warnings;
  }

  /** With the pilots judged, or with figures to be made of what is there. */
  private static boolean goesOn(Set<Stage> stages) {
    return stages.contains(Stage.SUMMARIZE)
        || stages.containsAll(List.of(Stage.ROLLOUT, Stage.SCORE));
  }

  private record Work(RolloutResult drawn, long judged) {
    Work plus(Work other) {
      return new Work(drawn.plus(other.drawn), judged + other.judged);
    }
  }

  private Work drawAndScore(
      SweepPlan plan, SweepSpec spec, Set<Stage> stages, Consumer<Progress> progress) {
    RolloutResult drawn =
        stages.contains(Stage.ROLLOUT)
            ? new RolloutJob(spark, output, loader, fence)
                .run(plan, spec.decoding(), spec.keep(), progress)
            : RolloutResult.nothing(plan.cells().size());
    long judged =
        stages.contains(Stage.SCORE)
            ? new ScoreJob(spark, output, fence).run(ScoredCell.of(plan.cells()))
            : 0;
    return new Work(drawn, judged);
  }

  /** By the books, else by what was drawn now. */
  private static List<CellFailures> failures(
      List<CellPlan> cells, RolloutResult drawn, Optional<Summary> summary) {
    return IntStream.range(0, cells.size())
        .mapToObj(
            i ->
                new CellFailures(
                    cells.get(i).cell().name(),
                    cells.get(i).wantedNow(),
                    summary
                        .map(found -> found.books().get(i).failed())
                        .orElse(drawn.cells().get(i).failed())))
        .toList();
  }

  private Summary summarize(SweepSpec spec, List<CellPlan> cells, RolloutResult drawn) {
    Summary summary =
        new SummaryJob(spark, tables)
            .run(SummaryCell.of(name, spec, cells, drawn), spec.rollouts());
    study.study(new SweptRun(session, name, spec, cells, summary, tables));
    return summary;
  }

  private void record(SweepSpec spec, String galtonVersion, int exitCode, List<String> warnings) {
    RunOrigin origin = new RunOrigin(spec.toYaml(), galtonVersion);
    tables.publish(
        Table.RUNS,
        List.of(
            origin
                .row(name, spark.version(), started, clock.instant(), exitCode)
                .warning(warnings)));
  }
}
