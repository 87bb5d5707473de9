package org.galton.study.balance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.balance.AttemptRule;
import org.galton.balance.vote.VoteRule;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.PageFile;
import org.galton.console.PrintOptions;
import org.galton.console.SessionFactory;
import org.galton.console.StoredOptions;
import org.galton.spec.InvalidInput;
import org.galton.study.balance.view.BalancePage;
import org.galton.study.balance.view.BalanceRows;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton balance}: the landscape that an agent walks in, and whether there is one. */
@Command(
    name = "balance",
    description = {
      "Estimate the potential that an agent's moves between states go down, by least action, and"
          + " test whether they are in detailed balance with it.",
      "",
      "A p-value above the level is no proof of balance: where moves were seen a few times each,"
          + " most violations go unnoticed. Moves that form a tree cannot be tested at all."
          + " Potentials of different components, kernels or --n0 modes do not compare.",
      "",
      "Columns of transitions: source, target and count; optional: experiment and condition, which"
          + " tell agents apart, and rollout, which names a walk. An empty target is a step that"
          + " ended in no state, a target equal to the source one that stayed."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton balance --transitions moves.csv --attempts attempts.csv",
      "         ./galton balance --transitions runs/letter-sum --votes 2:2,3:3",
      "         ./galton balance --transitions kernel.csv --exact --json",
      "         ./galton balance --rollouts runs/demo --votes 3:2,5:3,5:5"
    })
public final class BalanceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Input input;

  /** What is looked at. */
  static final class Input {
    @Option(
        names = "--transitions",
        required = true,
        paramLabel = "PATH",
        converter = HomePath.class,
        description =
            "A *.csv, *.jsonl or *.parquet file, or a folder of such files of one format; or the"
                + " output folder of a sweep of walks, or FOLDER#RUN_ID.")
    private String transitions;

    @Option(
        names = "--rollouts",
        required = true,
        paramLabel = "PATH",
        converter = HomePath.class,
        description =
            "Instead: the output folder of a sweep, or FOLDER#RUN_ID. The answers to a prompt are"
                + " its states, and its stored rollouts vote as --votes says.")
    private String rollouts;
  }

  @Option(
      names = "--attempts",
      paramLabel = "PATH",
      converter = HomePath.class,
      description =
          "Columns state and attempts: all steps from a state, with those that ended in no state"
              + " (default: the steps in the transitions).")
  private String attempts;

  @Option(
      names = "--n0",
      defaultValue = "attempts",
      paramLabel = "MODE",
      description =
          "What a state's counts are divided by: attempts, its own; uniform, the mean over states;"
              + " outgoing, its moves (default: ${DEFAULT-VALUE}).")
  private AttemptRule rule;

  @Option(
      names = "--min-n0",
      defaultValue = "1",
      paramLabel = "N",
      description = "Drop states with no more than that (default: ${DEFAULT-VALUE}).")
  private double minN0;

  @Option(
      names = "--total-attempts",
      paramLabel = "N",
      description = "Of all states together, for --n0 uniform (default: their sum).")
  private Long totalAttempts;

  @Option(
      names = "--exact",
      description = "The column count holds probabilities, which are compared as they are.")
  private boolean exact;

  @Option(
      names = "--beta",
      defaultValue = "1",
      paramLabel = "X",
      description =
          "Inverse temperature: potentials are in units of 1/X (default: ${DEFAULT-VALUE}).")
  private double beta;

  @Option(
      names = "--pseudo",
      defaultValue = "0",
      paramLabel = "N",
      description =
          "Added to both counts of each pair that was seen; ratios shrink (default:"
              + " ${DEFAULT-VALUE}).")
  private double pseudo;

  @Option(
      names = "--votes",
      split = ",",
      paramLabel = "M:n",
      description =
          "Majority votes to put on the measured kernel: of M draws, what occurs at least n times"
              + " is accepted (n > M/2).")
  private List<String> votes = new ArrayList<>();

  @Option(
      names = "--bootstrap",
      defaultValue = "200",
      paramLabel = "B",
      description =
          "Replicates behind the intervals of potentials, of whole rollouts where these are named;"
              + " 0 for none (default: ${DEFAULT-VALUE}).")
  private int replicates;

  @Option(
      names = "--level",
      defaultValue = "0.05",
      paramLabel = "P",
      description = "A p at most this is a violation (default: ${DEFAULT-VALUE}).")
  private double level;

  @Option(
      names = "--seed",
      defaultValue = "42",
      paramLabel = "SEED",
      description = "Fixes the exact test and the bootstrap (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Also write the tables transitions, landscapes, potentials, balance_* and runs, and a"
              + " report, under this folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    Function<BalanceJob, BalanceResult> question = question();
    try (SparkSession spark = SessionFactory.open("balance")) {
      BalanceResult result = question.apply(new BalanceJob(spark));
      Optional<String> report =
          Optional.ofNullable(output)
              .map(folder -> page(folder, result.runId(), SessionFactory.hadoop(spark)));
      printing.print(
          () -> BalanceJson.of(result),
          report,
          out -> out.print(BalanceText.of(result) + PageFile.line(report)));
    }
    return ExitCode.COMPLETE.value();
  }

  private static String page(String folder, String runId, Configuration hadoop) {
    return PageFile.ofRun(
        folder, runId, hadoop, run -> BalancePage.of(run.run(), BalanceRows.read(run::forEach)));
  }

  /** Refuses wrong options before anything starts. */
  private Function<BalanceJob, BalanceResult> question() {
    if (input.rollouts != null) {
      List<VoteRule> rules = rules();
      return job ->
          output == null
              ? job.votes(input.rollouts, rules)
              : job.votes(input.rollouts, rules, output, StoredOptions.origin(spec));
    }
    BalanceRequest request = request();
    return job ->
        output == null ? job.run(request) : job.run(request, output, StoredOptions.origin(spec));
  }

  private List<VoteRule> rules() {
    if (input.rollouts != null && votes.isEmpty()) {
      throw new InvalidInput(
          "Missing --votes: expected votes M:n for the stored rollouts, as in --votes 2:2,3:2,5:3");
    }
    try {
      return votes.stream().map(VoteRule::of).toList();
    } catch (IllegalArgumentException e) {
      throw new InvalidInput("Invalid --votes: " + e.getMessage(), e);
    }
  }

  private BalanceRequest request() {
    return new BalanceRequest(
        input.transitions,
        attempts == null ? "" : attempts,
        exact ? CountColumn.PROBABILITIES : CountColumn.COUNTS,
        rule,
        minN0,
        totalAttempts == null ? 0 : totalAttempts,
        pseudo,
        beta,
        rules(),
        replicates,
        level,
        seed);
  }
}
