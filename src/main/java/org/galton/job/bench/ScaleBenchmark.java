package org.galton.job.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.SparkSession;
import org.galton.bench.HeapWatch;
import org.galton.bench.InstantModel;
import org.galton.bench.Ratio;
import org.galton.bench.Stopwatch;
import org.galton.job.sweep.Stage;
import org.galton.job.sweep.Sweep;
import org.galton.job.sweep.SweepResult;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.source.ModelLoader;
import org.galton.sweep.Decoding;
import org.galton.sweep.SweepPlan;
import org.galton.sweep.SweepSpec;
import org.galton.table.Table;

/**
 * Times all of a sweep but its decoding, with a model that answers at once: planning, files,
 * scores, statistics, and what they take of the driver's memory.
 */
public final class ScaleBenchmark {
  private final Sweep sweep;
  private final Configuration configuration;

  public ScaleBenchmark(SparkSession session, String galtonVersion) {
    this.sweep = new Sweep(session, new Instant(), galtonVersion);
    this.configuration = session.sparkContext().hadoopConfiguration();
  }

  /**
   * Seconds of each step of a sweep, and what it left.
   *
   * @param planned against an empty output
   * @param plannedAgain against an output that holds everything
   * @param drawn the stage with its own planning; so for scored and summarized
   * @param files of rollouts
   * @param heapBytes most heap of the driver in use after a collection
   */
  public record Timing(
      int prompts,
      long rollouts,
      int shards,
      double planned,
      double drawn,
      double scored,
      double summarized,
      double plannedAgain,
      long files,
      long rolloutBytes,
      long scoreBytes,
      long heapBytes) {}

  private final class Steps {
    private final SweepSpec spec;
    private SweepPlan plan;

    Steps(SweepSpec spec) {
      this.spec = spec;
    }

    Timing time() {
      try (HeapWatch heap = new HeapWatch()) {
        double planned = seconds(() -> plan = sweep.plan(spec));
        int shards = plan.shards().size();
        long wanted = plan.wanted();
        int prompts = plan.cells().get(0).cell().prompts().size();
        plan = null;
        double drawn = seconds(() -> run(Stage.ROLLOUT));
        double scored = seconds(() -> run(Stage.SCORE));
        double summarized = seconds(() -> run(Stage.SUMMARIZE));
        double again = seconds(() -> sweep.plan(spec));
        List<Long> rollouts = lengths(Table.ROLLOUTS);
        return new Timing(
            prompts,
            wanted,
            shards,
            planned,
            drawn,
            scored,
            summarized,
            again,
            rollouts.size(),
            sum(rollouts),
            sum(lengths(Table.SCORES)),
            heap.most());
      }
    }

    private SweepResult run(Stage stage) {
      return sweep.run(spec, EnumSet.of(stage), progress -> {});
    }

    private List<Long> lengths(Table<?> table) {
      Path folder = new Path(spec.output(), table.name());
      try {
        FileSystem files = folder.getFileSystem(configuration);
        List<Long> lengths = new ArrayList<>();
        RemoteIterator<LocatedFileStatus> entries = files.listFiles(folder, true);
        while (entries.hasNext()) {
          lengths.add(entries.next().getLen());
        }
        return lengths;
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot list " + folder + ": " + e.getMessage(), e);
      }
    }
  }

  /**
   * One timing for each size, from the smallest, after a small sweep that does not count.
   *
   * @param spec of one cell of raw prompts that end in a digit, for a number of prompts; each has
   *     an output of its own
   */
  public List<Timing> run(List<Integer> prompts, IntFunction<SweepSpec> spec) {
    new Steps(spec.apply(1)).time();
    return prompts.stream().sorted().map(size -> new Steps(spec.apply(size)).time()).toList();
  }

  /** How the time of a rollout grows from the smallest sweep to the largest. */
  public static List<Ratio> ratios(List<Timing> timings) {
    return List.of(
        growth("draw and write", timings, Timing::drawn),
        growth("score", timings, Timing::scored),
        growth("summarize", timings, Timing::summarized));
  }

  private static Ratio growth(String step, List<Timing> timings, ToDoubleFunction<Timing> seconds) {
    Timing least = timings.get(0);
    Timing most = timings.get(timings.size() - 1);
    return Ratio.lowerIsBetter(
        "time of a rollout, %s, of %d rollouts".formatted(step, most.rollouts()),
        "of %d".formatted(least.rollouts()),
        seconds.applyAsDouble(most)
            / most.rollouts()
            / (seconds.applyAsDouble(least) / least.rollouts()));
  }

  private static double seconds(Supplier<?> step) {
    Stopwatch watch = new Stopwatch();
    Object unused = step.get();
    return watch.seconds();
  }

  private static long sum(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).sum();
  }

  private static final class Instant implements ModelLoader {
    private static final long serialVersionUID = 1L;

    @Override
    public ModelCard card(String source) {
      return InstantModel.describe();
    }

    @Override
    public LanguageModel load(String source, Decoding decoding) {
      return new InstantModel();
    }
  }
}
