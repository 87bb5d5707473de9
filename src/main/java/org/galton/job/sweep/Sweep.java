package org.galton.job.sweep;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.galton.job.draw.KeyScan;
import org.galton.job.draw.Progress;
import org.galton.job.monitoring.RunMark;
import org.galton.job.run.RunName;
import org.galton.job.run.RunWriter;
import org.galton.model.source.ModelLoader;
import org.galton.spec.InvalidInput;
import org.galton.sweep.SweepPlan;
import org.galton.sweep.SweepSpec;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.OutputLease;

/**
 * A sweep from its spec to its tables: plan, draw, score, summarize, and last of all the run's own
 * row. Running it again resumes: what is stored is not drawn again, what is scored is not judged
 * again.
 */
public final class Sweep {
  private final SparkSession session;
  private final JavaSparkContext spark;
  private final ModelLoader loader;
  private final RunReview review;
  private final SweepStudy study;
  private final String galtonVersion;
  private final Clock clock = Clock.systemUTC();

  /** Whose runs nobody reviews or studies. */
  public Sweep(SparkSession session, ModelLoader loader, String galtonVersion) {
    this(session, loader, RunReview.NONE, SweepStudy.NONE, galtonVersion);
  }

  /**
   * @param review has a say in a run's exit code
   * @param study makes the tables of studies
   */
  public Sweep(
      SparkSession session,
      ModelLoader loader,
      RunReview review,
      SweepStudy study,
      String galtonVersion) {
    this.review = review;
    this.study = study;
    this.session = session;
    this.spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    this.loader = loader;
    this.galtonVersion = galtonVersion;
  }

  /**
   * What is missing. Writes nothing.
   *
   * @throws InvalidInput when a model cannot be opened
   */
  public SweepPlan plan(SweepSpec spec) {
    SweepModels models = SweepModels.of(spec, loader);
    return new BudgetPlan(spark, output(spec), models.spec(), Cells.of(models)).now();
  }

  /** Sentences on what is stored of a plan. */
  public List<String> remarks(SweepSpec spec, SweepPlan plan) {
    return TokenlessRollouts.of(new KeyScan(spark, output(spec)), spec, plan);
  }

  /** Draws, scores and summarizes. */
  public SweepResult run(SweepSpec spec, Consumer<Progress> progress) {
    return run(spec, EnumSet.allOf(Stage.class), progress);
  }

  /**
   * Runs some of the stages.
   *
   * @param progress told how far the drawing has come, from several threads but one at a time
   * @throws InvalidInput when the spec asks for what is not there, or the output cannot be written
   * @throws org.galton.table.store.Unfinished when something else stops it; running it again
   *     resumes
   */
  public SweepResult run(SweepSpec spec, Set<Stage> stages, Consumer<Progress> progress) {
    OutputFolder output = output(spec);
    RunName name = RunName.at(clock.instant(), spec.sweep());
    RunMark.set(spark.sc(), name.runId());
    try (OutputLease lease = acquire(output, name)) {
      output.sweepUp();
      RunWriter tables = new RunWriter(output, name.runId(), lease.fence());
      return new SweepRun(session, loader, review, study, spec, tables, name, clock)
          .run(stages, progress, galtonVersion);
    }
  }

  private OutputLease acquire(OutputFolder output, RunName name) {
    try {
      return OutputLease.acquire(output, name.runId(), clock);
    } catch (UncheckedIOException e) {
      throw new InvalidInput(
          e.getMessage() + "; make the folder writable or name another as output", e);
    }
  }

  private OutputFolder output(SweepSpec spec) {
    return new OutputFolder(spec.output(), spark.hadoopConfiguration());
  }
}
