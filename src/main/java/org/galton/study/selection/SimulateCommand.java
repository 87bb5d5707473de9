package org.galton.study.selection;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.PrintOptions;
import org.galton.console.SessionFactory;
import org.galton.console.StoredOptions;
import org.galton.job.run.RecordedRun;
import org.galton.study.selection.SimulationRequest.Size;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code galton select simulate}: how well patches are chosen when skill is known. */
@Command(
    name = "simulate",
    description = {
      "Make small repositories with one bug each, let stand-ins of known skill propose patches and"
          + " test patches, run all of them, and choose. Programs run in a bounded interpreter."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton select simulate --issues 50 --p-fix 0.1 --error 0,0.2",
      "         ./galton select simulate --output runs/select"
    })
public final class SimulateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--issues",
      defaultValue = "200",
      paramLabel = "N",
      description = "Repositories (default: ${DEFAULT-VALUE}).")
  private int issues;

  @Option(
      names = "--p-fix",
      defaultValue = "0.1,0.3",
      split = ",",
      paramLabel = "P",
      description = "Probabilities that a patch is the right one (default: ${DEFAULT-VALUE}).")
  private List<Double> fixes;

  @Option(
      names = "--error",
      defaultValue = "0,0.1,0.2,0.4,0.6,0.8",
      split = ",",
      paramLabel = "E",
      description = "Probabilities that a case expects a wrong answer (default: ${DEFAULT-VALUE}).")
  private List<Double> errors;

  @Option(
      names = "--sizes",
      defaultValue = "1x1,3x3,10x10,40x40",
      split = ",",
      converter = SizeConverter.class,
      paramLabel = "PxT",
      description = "Patches and test patches of an issue (default: ${DEFAULT-VALUE}).")
  private List<Size> sizes;

  @Option(
      names = "--decoy",
      defaultValue = "0.3",
      paramLabel = "SHARE",
      description =
          "Share of the wrong patches of an issue that are one and the same: models repeat their"
              + " mistakes (default: ${DEFAULT-VALUE}).")
  private double decoy;

  @Option(
      names = "--cases-per-test",
      defaultValue = "5",
      paramLabel = "N",
      description = "Cases of a test patch (default: ${DEFAULT-VALUE}).")
  private int cases;

  @Option(
      names = "--seed",
      defaultValue = "42",
      paramLabel = "SEED",
      description = "Fixes everything (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Also write the tables generated_issues, selections, selection_arms and runs, and a"
              + " report, under this folder.")
  private String output;

  @Mixin private PrintOptions printing;

  /** Reads 40x40. */
  static final class SizeConverter implements ITypeConverter<Size> {
    @Override
    public Size convert(String text) {
      if (!text.matches("[1-9]\\d{0,3}x[1-9]\\d{0,3}")) {
        throw new TypeConversionException(
            "'%s' is no number of patches and test patches; expected such as 40x40, each from 1 to 9999"
                .formatted(text));
      }
      int cross = text.indexOf('x');
      return new Size(
          Integer.parseInt(text.substring(0, cross)), Integer.parseInt(text.substring(cross + 1)));
    }
  }

  @Override
  public Integer call() throws IOException {
    SimulationRequest request =
        new SimulationRequest(
            issues,
            fixes.stream().distinct().sorted().toList(),
            errors.stream().distinct().sorted().toList(),
            sizes.stream().distinct().toList(),
            decoy,
            cases,
            seed);
    try (SparkSession spark = SessionFactory.open("select")) {
      RecordedRun run = RecordedRun.begin(spark, "select", StoredOptions.origin(spec));
      SelectionResult result = new SelectionJob(spark).ofGenerated(run.name().runId(), request);
      SelectionOutput.print(result, run, output, printing, SessionFactory.hadoop(spark));
    }
    return ExitCode.COMPLETE.value();
  }
}
