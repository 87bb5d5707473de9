package org.galton.study.advantages;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.PageFile;
import org.galton.console.PrintOptions;
import org.galton.console.SessionFactory;
import org.galton.console.StoredOptions;
import org.galton.job.run.RecordedRun;
import org.galton.study.advantages.row.AdvantagesTables;
import org.galton.study.advantages.view.AdvantagesPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton advantages}: what a step of reinforcement learning makes of rollouts. */
@Command(
    name = "advantages",
    description = {
      "Compute rewards, advantages and the coefficients of the policy gradient of anyone's rollouts:"
          + " a row per rollout in CSV, JSON Lines or Parquet.",
      "",
      "Columns: prompt, sample (its number within the prompt, from 0), and reward, or correct (0 or"
          + " 1). Optional: abstained (0 or 1), rm_score, tokens, tool_calls, finish (stop, length or"
          + " interrupted), and lists with a natural logarithm for each token: trained_logprobs under"
          + " the policy that learns, drawn_logprobs under the one that drew it, reference_logprobs;"
          + " null in a list masks a token."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton advantages --input rollouts.parquet --advantage batch --loss cispo",
      "         ./galton advantages --input rollouts.parquet --step step --output runs/advantages",
      "         ./galton advantages --input rollouts.csv --reward ternary --advantage grpo"
    })
public final class AdvantagesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "PATH",
      converter = HomePath.class,
      description = "A *.csv, *.jsonl or *.parquet file, or a folder of such files of one format.")
  private String input;

  @Option(
      names = "--step",
      paramLabel = "COLUMN",
      description =
          "The column that tells batches apart, such as the step of a training (default: all rows"
              + " are one batch). A batch must fit into the memory of one task.")
  private String step;

  @Mixin private RewardOptions rewards;

  @Mixin private LossOptions losses;

  @Option(
      names = "--show",
      defaultValue = "20",
      paramLabel = "N",
      description = "Rollouts to show, the first ones (default: ${DEFAULT-VALUE}).")
  private int show;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Also write the tables advantages, token_coefficients, advantage_steps and runs, and a"
              + " report, under this folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    AdvantagesRequest request =
        new AdvantagesRequest(
            input, Optional.ofNullable(step), rewards.settings(), losses.settings());
    try (SparkSession spark = SessionFactory.open(spec.name())) {
      Configuration hadoop = SessionFactory.hadoop(spark);
      RecordedRun run = RecordedRun.begin(spark, spec.name(), StoredOptions.origin(spec));
      AdvantagesJob job = new AdvantagesJob(spark);
      AdvantagesResult result =
          output == null ? job.run(request, run.name(), show) : job.run(request, run, show, output);
      List<String> warnings = AdvantagesText.warnings(result);
      Optional<String> page =
          Optional.ofNullable(output)
              .map(folder -> page(folder, run.name().runId(), warnings, hadoop));
      printing.print(
          () -> AdvantagesText.json(result),
          page,
          out -> {
            out.print(AdvantagesText.of(result) + PageFile.line(page));
            warnings.forEach(spec.commandLine().getErr()::println);
          });
    }
    return ExitCode.COMPLETE.value();
  }

  private static String page(
      String folder, String runId, List<String> warnings, Configuration hadoop) {
    return PageFile.ofRun(
        folder,
        runId,
        hadoop,
        own ->
            AdvantagesPage.of(own.run(), own.rows(AdvantagesTables.STEPS, row -> true), warnings));
  }
}
