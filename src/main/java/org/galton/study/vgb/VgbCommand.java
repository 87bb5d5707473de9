package org.galton.study.vgb;

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
import org.galton.search.generated.SequenceTask;
import org.galton.search.generated.ValueRule;
import org.galton.study.vgb.row.VgbTables;
import org.galton.study.vgb.view.VgbPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton vgb}: how samplers by value fare as sequences grow. */
@Command(
    name = "vgb",
    description = {
      "Compute how samplers that go by values fare on small languages as sequences grow: guidance"
          + " that never goes back, VGB's walk and its first leaf; exactly, from all sequences.",
      "",
      "Tasks: plain (uniform bits, tau 1), tilt (tau e^ones), parity (tau 1 for an even number of"
          + " ones), skew (the same, of bits that are 1 with probability 0.2), abc (uniform letters, tau e^(number of ab)), dyck (tau 1 for balanced"
          + " brackets), avoid (tau 1 for sequences without the letter e, which mostly follows t).",
      "",
      "Values: exact; noisy, within a factor of 1 + eps; biased, 1 + eps too high after the first"
          + " letter; delayed, those of one token before; flat, the same everywhere; sampled, means"
          + " of samples of the reference; learned, regressions on counts of tokens and pairs, fitted"
          + " to the same samples."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton vgb --task tilt --values delayed --horizons 2,4,8,16",
      "         ./galton vgb --task abc,skew --values sampled,learned --samples 500,1000,10000"
          + " --horizons 6,8,10",
      "         ./galton vgb --output runs/vgb"
    })
public final class VgbCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--task",
      defaultValue = "abc,parity,dyck,avoid",
      split = ",",
      paramLabel = "TASK",
      description = "Small languages (default: ${DEFAULT-VALUE}).")
  private List<SequenceTask> tasks;

  @Option(
      names = "--values",
      defaultValue = "exact,noisy,delayed,sampled,learned",
      split = ",",
      paramLabel = "RULE",
      description = "Values of prefixes (default: ${DEFAULT-VALUE}).")
  private List<ValueRule> rules;

  @Option(
      names = "--horizons",
      defaultValue = "4,6,8,10",
      split = ",",
      paramLabel = "N",
      description =
          "Tokens of the sequences: up to 18 of two letters, 12 of three (default:"
              + " ${DEFAULT-VALUE}).")
  private List<Integer> horizons;

  @Option(
      names = "--eps",
      defaultValue = "0.5",
      paramLabel = "EPS",
      description = "Error of noisy and biased values (default: ${DEFAULT-VALUE}).")
  private double eps;

  @Option(
      names = "--samples",
      defaultValue = "1000",
      split = ",",
      paramLabel = "N",
      description =
          "Samples that sampled and learned values are made from (default: ${DEFAULT-VALUE}).")
  private List<Integer> samples;

  @Option(
      names = "--seed",
      defaultValue = "42",
      paramLabel = "SEED",
      description = "Fixes noise and samples (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description = "Also write the tables vgb_horizons and runs, and a report, under this folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    VgbRequest request =
        new VgbRequest(
            tasks.stream().distinct().toList(),
            rules.stream().distinct().toList(),
            horizons.stream().distinct().sorted().toList(),
            samples.stream().distinct().sorted().toList(),
            eps,
            seed);
    try (SparkSession spark = SessionFactory.open(spec.name())) {
      Configuration hadoop = SessionFactory.hadoop(spark);
      RecordedRun run = RecordedRun.begin(spark, spec.name(), StoredOptions.origin(spec));
      VgbResult result = VgbJob.run(request, run.name().runId());
      Optional<String> page =
          Optional.ofNullable(output).map(folder -> write(folder, run, result, hadoop));
      printing.print(
          () -> VgbText.json(result),
          page,
          out -> out.print(VgbText.of(result) + PageFile.line(page)));
    }
    return ExitCode.COMPLETE.value();
  }

  private static String write(
      String folder, RecordedRun run, VgbResult result, Configuration hadoop) {
    run.write(folder, result::write);
    return PageFile.ofRun(
        folder,
        run.name().runId(),
        hadoop,
        own -> VgbPage.of(own.run(), own.rows(VgbTables.HORIZONS, row -> true)));
  }
}
