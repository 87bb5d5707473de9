package org.galton.study.rates;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.ExitCode;
import org.galton.console.GateOptions;
import org.galton.console.HomePath;
import org.galton.console.PageFile;
import org.galton.console.PrintOptions;
import org.galton.console.SessionFactory;
import org.galton.console.StoredOptions;
import org.galton.console.TextTable;
import org.galton.job.figure.ModelStatistics;
import org.galton.job.figure.StatsResult;
import org.galton.job.figure.StoredStatistics;
import org.galton.job.gate.JudgedGate;
import org.galton.job.gate.LimitGate;
import org.galton.job.run.RunAddress;
import org.galton.spec.InvalidInput;
import org.galton.statistics.vote.Ties;
import org.galton.study.rates.view.StatsPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton stats}: the statistics of rollouts that Galton did not draw. */
@Command(
    name = "stats",
    description = {
      "Compute the statistics of anyone's rollouts: a row per rollout in CSV, JSON Lines or"
          + " Parquet.",
      "Or show those of a finished run.",
      "",
      "Columns: prompt, sample (its number within the prompt, from 0) and correct (0 or 1)."
          + " Optional: answer (canonical; empty where none was found), rm_score, logprob_sum"
          + " (nats), tokens, finish (stop, length or interrupted), cluster (family of the prompt),"
          + " model."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton stats --input rollouts.csv --k 1,8,64",
      "         ./galton stats --input rollouts.parquet --plan",
      "         ./galton stats --input runs/demo --plan",
      "         ./galton stats --input runs/demo --fail-if 'pass@1 below 0.5' --junit gates.xml"
    })
public final class StatsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "PATH",
      converter = HomePath.class,
      description =
          "A *.csv, *.jsonl or *.parquet file, or a folder of such files of one format; or a"
              + " finished run of Galton's own, as its output folder or FOLDER#RUN_ID.")
  private String input;

  @Option(
      names = "--k",
      split = ",",
      paramLabel = "K",
      description =
          "Rollouts that pass@k and its like are about (default: the powers of two, for maj@k up to"
              + " 64; beyond it is simulated where it is asked for).")
  private List<Integer> ks = new ArrayList<>();

  @Option(
      names = "--ties",
      defaultValue = "shared",
      description =
          "What a tied vote earns: shared, its share of right answers, or wrong, nothing where a"
              + " wrong answer is tied (default: ${DEFAULT-VALUE}).")
  private Ties ties;

  @Option(
      names = "--cluster",
      defaultValue = "cluster",
      paramLabel = "COLUMN",
      description =
          "The column that names a prompt's family; errors are then over families"
              + " (default: ${DEFAULT-VALUE}, where there is one).")
  private String cluster;

  @Option(
      names = "--truncated",
      paramLabel = "WHAT",
      defaultValue = "wrong",
      description =
          "What becomes of the verdict on a rollout that was cut off: wrong, it counts as wrong and"
              + " does not vote, or judged, it counts as it is given (default: ${DEFAULT-VALUE}).")
  private TruncatedVerdicts truncated;

  @Option(
      names = "--plan",
      description = "Say what more prompts or more rollouts would buy, instead of the figures.")
  private boolean plan;

  @Option(
      names = "--fail-if",
      paramLabel = "GATE",
      description =
          "A gate: 'FIGURE below NUMBER' or 'FIGURE above NUMBER'; FIGURE is any that the table"
              + " shows, as in 'pass@1 below 0.5' or 'truncation_rate above 0.1'. May be repeated. It"
              + " is missed where the one-sided bound of the figure is beyond NUMBER; then the exit"
              + " code is 1.")
  private List<String> gates = List.of();

  @Mixin private GateOptions options;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Also write the tables metrics, prompt_statistics and runs, and a report, under this"
              + " folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    options.check(gates);
    List<LimitGate> limits =
        gates.stream().map(gate -> LimitGate.parse(gate, options.confidence())).toList();
    try (SparkSession spark = SessionFactory.open("stats")) {
      RunAddress run = RunAddress.parse(input);
      Configuration hadoop = SessionFactory.hadoop(spark);
      StatsResult result = run.hasRuns(hadoop) ? stored(run, hadoop) : given(spark, limits, hadoop);
      List<JudgedGate> judged = judged(limits, result);
      Optional<String> report =
          Optional.ofNullable(output).map(dir -> page(dir, result.runId(), hadoop));
      printing.print(
          () -> StatsJson.of(result, judged),
          report,
          out -> {
            result.models().forEach(model -> print(model, out));
            judged.forEach(gate -> out.println(gate.sentence()));
            report.ifPresent(page -> out.println("Report: " + page));
          });
      options.write("galton stats", judged);
      return ExitCode.of(judged).value();
    }
  }

  private List<JudgedGate> judged(List<LimitGate> limits, StatsResult result) {
    return limits.stream()
        .flatMap(gate -> result.models().stream().map(model -> judge(gate, model)))
        .toList();
  }

  private JudgedGate judge(LimitGate gate, ModelStatistics model) {
    return gate.judge(
        model.model().isEmpty() ? input : model.model(), model.figures(), model.clusters());
  }

  private StatsResult given(SparkSession spark, List<LimitGate> limits, Configuration hadoop) {
    try {
      return computed(spark, limits);
    } catch (InvalidInput e) {
      throw RunAddress.insideOf(input, e, hadoop).orElse(e);
    }
  }

  private StatsResult computed(SparkSession spark, List<LimitGate> limits) {
    StatsRequest request =
        StatsRequest.of(input).withKs(ks).with(ties).withClusterColumn(cluster).with(truncated);
    StatsJob job = new StatsJob(spark);
    return output == null
        ? job.run(request)
        : job.run(
            request,
            output,
            StoredOptions.origin(spec),
            result -> ExitCode.of(judged(limits, result)).value());
  }

  /** What a run computed when it was summarized is not computed in another way now. */
  private StatsResult stored(RunAddress run, Configuration hadoop) {
    for (String option : List.of("--k", "--ties", "--cluster", "--truncated", "--output")) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new InvalidInput(
            "Cannot apply %s to %s: the figures of a finished run are in its tables; leave it out, or name a file of rollouts"
                .formatted(option, run));
      }
    }
    return StoredStatistics.of(input, run.open(hadoop));
  }

  private void print(ModelStatistics model, PrintWriter out) {
    out.println(StatsTable.heading(model));
    out.print(
        plan ? PlanTable.of(model.plan()) : TextTable.of(StatsTable.FIGURES, model.figures()));
    StatsTable.warnings(model).forEach(spec.commandLine().getErr()::println);
    out.println();
    out.flush();
  }

  private static String page(String folder, String runId, Configuration hadoop) {
    return PageFile.ofRun(
        folder,
        runId,
        hadoop,
        run -> StatsPage.of(run.run(), run.metrics(), run.promptStatistics()));
  }
}
