package org.galton.reinforce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.galton.job.run.RunName;
import org.galton.job.run.RunOrigin;
import org.galton.job.run.RunWriter;
import org.galton.model.Sampling;
import org.galton.model.llama.Checkpoint;
import org.galton.reinforce.learned.LearnedScorer;
import org.galton.reinforce.learned.ScorerFit;
import org.galton.reinforce.spec.ReinforceSpec;
import org.galton.spec.InvalidInput;
import org.galton.sweep.TaskSpec;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.OutputLease;

/**
 * A reinforcement training from its spec to its last checkpoint. Killed anywhere, the same command
 * goes on after the last step whose state was written.
 */
public final class Reinforcement {
  private static final int INVALID = 2;
  private static final int UNFINISHED = 3;

  private final ReinforceSpec spec;
  private final Configuration hadoop;
  private final BuildVersions versions;
  private final TrainingNews news;
  private final Clock clock = Clock.systemUTC();

  /** For the row of the run. */
  public record BuildVersions(String galton, String spark) {}

  public Reinforcement(
      ReinforceSpec spec, Configuration hadoop, BuildVersions versions, TrainingNews news) {
    this.spec = spec;
    this.hadoop = hadoop;
    this.versions = versions;
    this.news = news;
  }

  /**
   * Takes the steps that are missing.
   *
   * @throws InvalidInput when the start, a judge or the output cannot be used, or a step has come
   *     to what is not a number
   */
  public ReinforceResult run() {
    Instant started = clock.instant();
    Checkpoint start = Checkpoint.open(spec.start());
    Sampling sampling = TrainingSampling.of(spec.sampling(), start.card());
    RunName name = RunName.at(started, spec.training());
    OutputFolder output = output();
    Optional<LearnedScorer> learned = learned();
    learned.ifPresent(news::learned);
    try (TaskJudges judges = new TaskJudges(spec.tasks(), spec.objective().reward(), learned);
        OutputLease lease = acquire(output, name)) {
      output.sweepUp();
      learned.ifPresent(this::keep);
      RunWriter tables = new RunWriter(output, name.runId(), lease.fence());
      try (Policies policies = Policies.open(start, spec);
          PolicyWork work = new PolicyWork(spec, sampling, start.card().digest())) {
        ReinforceResult result =
            new ReinforceRun(spec, sampling, policies, work, judges, output, lease.fence(), news)
                .toTheEnd();
        record(tables, name, started, 0);
        return result;
      } catch (RuntimeException e) {
        record(tables, name, started, e instanceof InvalidInput ? INVALID : UNFINISHED);
        throw e;
      }
    }
  }

  private Optional<LearnedScorer> learned() {
    return spec.objective()
        .reward()
        .learnedFrom()
        .map(
            from ->
                ScorerFit.keptOrFitted(
                    Path.of(spec.output()),
                    from,
                    spec.tasks().stream().map(TaskSpec::task).toList(),
                    hadoop));
  }

  private void keep(LearnedScorer scorer) {
    try {
      scorer.keep(Path.of(spec.output()));
    } catch (IOException e) {
      throw unwritable(new UncheckedIOException(e));
    }
  }

  private OutputFolder output() {
    try {
      Files.createDirectories(Path.of(spec.output()));
      return new OutputFolder(Path.of(spec.output()).toAbsolutePath().toString(), hadoop);
    } catch (IOException e) {
      throw unwritable(new UncheckedIOException(e));
    }
  }

  private OutputLease acquire(OutputFolder output, RunName name) {
    try {
      return OutputLease.acquire(output, name.runId(), clock);
    } catch (UncheckedIOException e) {
      throw unwritable(e);
    }
  }

  private InvalidInput unwritable(UncheckedIOException e) {
    return new InvalidInput(
        "Cannot write to %s: %s; make the folder writable or name another as output"
            .formatted(spec.output(), e.getMessage()),
        e);
  }

  private void record(RunWriter tables, RunName name, Instant started, int exitCode) {
    RunOrigin origin = new RunOrigin(spec.toYaml(), versions.galton());
    tables.publish(
        Table.RUNS,
        List.of(origin.row(name, versions.spark(), started, clock.instant(), exitCode)));
  }
}
