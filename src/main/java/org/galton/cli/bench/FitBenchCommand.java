package org.galton.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.galton.bench.FitBenchmark;
import org.galton.bench.Ratio;
import org.galton.console.ExitCode;
import org.galton.console.TextTable;
import org.galton.spec.InvalidInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton bench fit}: how long a scaling curve takes, beside a plain search. */
@Command(
    name = "fit",
    description = {
      "Time fits of simulated series, each with the interval of its asymptote, against Commons"
          + " Math's Levenberg-Marquardt from many random starts without one.",
      "Both use all cores of this machine. Needs no Spark."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton bench fit --series 10000 --points 30"})
final class FitBenchCommand implements Callable<Integer>, RatioSource {
  @Spec private CommandSpec spec;

  @Option(
      names = "--series",
      defaultValue = "10000",
      description = "Series to fit (default: ${DEFAULT-VALUE}).")
  private int series;

  @Option(
      names = "--points",
      defaultValue = "30",
      description = "Points of each (default: ${DEFAULT-VALUE}).")
  private int points;

  @Option(
      names = "--starts",
      defaultValue = "20",
      description = "Random starts of the rival for each series (default: ${DEFAULT-VALUE}).")
  private int starts;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Override
  public Integer call() {
    FitBenchmark.Result result = measured();
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? json(result) + "\n" : text(result));
    out.flush();
    return ExitCode.COMPLETE.value();
  }

  @Override
  public List<Ratio> ratios(Consumer<String> progress) {
    return measured().ratios();
  }

  private FitBenchmark.Result measured() {
    try {
      return new FitBenchmark(series, points, starts).run();
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(e.getMessage(), e);
    }
  }

  private static String json(FitBenchmark.Result result) {
    return new ObjectMapper()
        .createObjectNode()
        .put("series", result.benchmark().series())
        .put("points", result.benchmark().points())
        .put("starts", result.benchmark().starts())
        .put("threads", result.threads())
        .put("accepted", result.accepted())
        .put("seconds", result.time().seconds())
        .put("cpu_seconds", result.time().cpuSeconds())
        .put("rival_seconds", result.rivalTime().seconds())
        .put("rival_cpu_seconds", result.rivalTime().cpuSeconds())
        .put("rival_lower", result.rivalLower())
        .put("rival_higher", result.rivalHigher())
        .toPrettyString();
  }

  private static String text(FitBenchmark.Result result) {
    FitBenchmark benchmark = result.benchmark();
    TextTable table =
        TextTable.of(
            List.of("way", "seconds", "CPU seconds", "CPU ms/series", "series/s"),
            List.of(
                row("least squares with interval", benchmark, result.time()),
                row(benchmark.starts() + " starts, no interval", benchmark, result.rivalTime())));
    return table
        + String.format(
            Locale.ROOT,
            "%,d series of %d points on %d threads: %.2f times the series per CPU second of the"
                + " rival\n"
                + "%,d curves accepted. The rival found a lower sum of squares in %,d series, and"
                + " missed ours by more than a thousandth in %,d\n",
            benchmark.series(),
            benchmark.points(),
            result.threads(),
            result.speedup(),
            result.accepted(),
            result.rivalLower(),
            result.rivalHigher());
  }

  private static List<String> row(String way, FitBenchmark benchmark, FitBenchmark.Time time) {
    return List.of(
        way,
        String.format(Locale.ROOT, "%.2f", time.seconds()),
        String.format(Locale.ROOT, "%.2f", time.cpuSeconds()),
        String.format(Locale.ROOT, "%.3f", 1e3 * time.cpuSeconds() / benchmark.series()),
        String.format(Locale.ROOT, "%,.0f", benchmark.series() / time.seconds()));
  }
}
