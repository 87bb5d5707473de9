package org.galton.study.balance;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.galton.balance.vote.VoteRule;
import org.galton.job.monitoring.RunMark;
import org.galton.job.run.RecordedRun;
import org.galton.job.run.RunAddress;
import org.galton.job.run.RunName;
import org.galton.job.run.RunOrigin;
import org.galton.job.run.RunWriter;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;
import org.galton.study.balance.row.BalanceTables;
import org.galton.study.balance.row.VoteSweepRow;
import org.galton.sweep.SweepSpec;
import org.galton.table.store.TableFile;

/**
 * Fits a landscape to the moves of each agent and tests them for detailed balance. Steps are added
 * up by Spark; an agent's sums, which are few, are one task's. Results do not depend on how rows
 * and tasks are spread.
 */
public final class BalanceJob {
  /** The name of its runs. */
  public static final String STUDY = "balance";

  private final SparkSession spark;
  private final int parts;

  public BalanceJob(SparkSession spark) {
    this(spark, 4 * JavaSparkContext.fromSparkContext(spark.sparkContext()).defaultParallelism());
  }

  /**
   * @param parts into which the work is split
   */
  BalanceJob(SparkSession spark, int parts) {
    this.spark = spark;
    this.parts = parts;
  }

  /**
   * @throws InvalidInput when the input cannot be read as transitions and attempts
   */
  public BalanceResult run(BalanceRequest request) {
    GivenTransitions input = new GivenTransitions(spark);
    JavaRDD<Agent> agents = agents(input, request);
    try {
      RunName run = RunName.at(Clock.systemUTC().instant(), STUDY);
      return result(run, request, SampledVotes.NONE, input, agents);
    } finally {
      agents.unpersist();
    }
  }

  /** The same, as a run of its own in an output folder. */
  public BalanceResult run(BalanceRequest request, String output, RunOrigin origin) {
    RecordedRun run = RecordedRun.begin(spark, STUDY, origin);
    GivenTransitions input = new GivenTransitions(spark);
    JavaRDD<Agent> agents = agents(input, request);
    try {
      BalanceResult result = result(run.name(), request, SampledVotes.NONE, input, agents);
      run.write(
          output,
          writer -> {
            if (request.counting() == CountColumn.COUNTS) {
              BalanceWriter.writeTransitions(agents, writer);
            }
            BalanceWriter.write(result, writer);
          });
      return result;
    } finally {
      agents.unpersist();
    }
  }

  /**
   * Analyses the walks of a sweep's run with the defaults of the method, and puts the tables beside
   * those of the run. Votes that its walks took are put on every kernel, too. Empty where the run
   * left no transitions.
   */
  public Optional<BalanceResult> ofSweep(SweepSpec spec, RunWriter sweep) {
    TableFile transitions = sweep.output().ofRun(BalanceTables.TRANSITIONS, sweep.runId());
    if (!transitions.exists()) {
      return Optional.empty();
    }
    SampledVotes votes = SampledVotes.of(spec);
    BalanceRequest request =
        BalanceRequest.of(sweep.output().root() + "#" + sweep.runId()).withVotes(votes.rules());
    GivenTransitions input = new GivenTransitions(spark);
    JavaRDD<Agent> agents = agents(input, transitions.path().toString(), request);
    try {
      BalanceResult result =
          result(new RunName(sweep.runId(), STUDY), request, votes, input, agents);
      BalanceWriter.write(result, sweep);
      return Optional.of(result);
    } finally {
      agents.unpersist();
    }
  }

  /**
   * What votes make of the rollouts that a run stored. The answers to a prompt are its states.
   *
   * @param input output folder of a sweep, or FOLDER#RUN_ID
   * @throws InvalidInput when there is no such run, or no vote has rollouts enough
   */
  public BalanceResult votes(String input, List<VoteRule> rules) {
    return votes(RunName.at(Clock.systemUTC().instant(), STUDY), input, rules);
  }

  /** The same, as a run of its own in an output folder. */
  public BalanceResult votes(String input, List<VoteRule> rules, String output, RunOrigin origin) {
    RecordedRun run = RecordedRun.begin(spark, STUDY, origin);
    BalanceResult result = votes(run.name(), input, rules);
    run.write(output, writer -> writer.publish(BalanceTables.VOTES, result.votes()));
    return result;
  }

  private BalanceResult votes(RunName run, String input, List<VoteRule> rules) {
    RunMark.set(spark.sparkContext(), run.runId());
    List<StoredBallots> cells = StoredBallots.of(spark, RunAddress.parse(input));
    List<VoteSweepRow> rows =
        cells.stream().flatMap(cell -> VoteSweep.rows(run.runId(), cell, rules).stream()).toList();
    List<String> labels = rules.stream().map(VoteRule::label).toList();
    if (rows.isEmpty()) {
      throw new InvalidInput(
          "Cannot vote with the rollouts of %s: no prompt has as many judged ones as the smallest of %s draws; expected a vote of fewer draws, or a sweep with more rollouts"
              .formatted(input, labels));
    }
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("rollouts", input);
    settings.put("votes", labels);
    return new BalanceResult(run.runId(), input, settings, List.of(), rows);
  }

  private JavaRDD<Agent> agents(GivenTransitions input, BalanceRequest request) {
    String files =
        RunAddress.fileOf(
            request.transitions(),
            BalanceTables.TRANSITIONS,
            "a sweep of walks",
            spark.sparkContext().hadoopConfiguration());
    return agents(input, files, request);
  }

  private JavaRDD<Agent> agents(GivenTransitions input, String files, BalanceRequest request) {
    JavaRDD<CountedStep> attempts =
        request.attempts().isEmpty()
            ? JavaSparkContext.fromSparkContext(spark.sparkContext()).emptyRDD()
            : input.attempts(request.attempts());
    return Agents.of(input.steps(files, request.counting()), attempts, parts)
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  private BalanceResult result(
      RunName run,
      BalanceRequest request,
      SampledVotes votes,
      GivenTransitions input,
      JavaRDD<Agent> agents) {
    RunMark.set(spark.sparkContext(), run.runId());
    AgentAnalysis analysis = new AgentAnalysis(run.runId(), request);
    List<AgentBalance> found =
        SparkAction.run("analyse moves", () -> agents.map(analysis::of).collect()).stream()
            .sorted(Comparator.comparing(AgentBalance::key))
            .toList();
    input.check();
    if (found.isEmpty()) {
      throw new InvalidInput(
          "Cannot read %s: there are no rows; expected %s"
              .formatted(request.transitions(), GivenTransitions.STEPS.expected()));
    }
    return new BalanceResult(
        run.runId(), request.transitions(), request.settings(), votes.compared(found), List.of());
  }
}
