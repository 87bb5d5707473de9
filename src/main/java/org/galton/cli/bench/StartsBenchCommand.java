package org.galton.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.galton.bench.Ratio;
import org.galton.bench.StartsBenchmark;
import org.galton.console.ExitCode;
import org.galton.console.TextTable;
import org.galton.spec.InvalidInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton bench starts}: what short commands take. */
@Command(
    name = "starts",
    description = {
      "Time short commands from start to end, as ./galton starts them, beside spark-submit with the"
          + " JVM's own thresholds for compiling.",
      "Processor time counts all threads, compilers included."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton bench starts --repeat 5"})
final class StartsBenchCommand implements Callable<Integer>, RatioSource {
  @Spec private CommandSpec spec;

  @Option(
      names = "--repeat",
      defaultValue = "3",
      description =
          "Runs of each command either way, of which the median counts (default:"
              + " ${DEFAULT-VALUE}).")
  private int repeat;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<StartsBenchmark.Row> rows = measured();
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? json(rows) + "\n" : text(rows));
    out.flush();
    return ExitCode.COMPLETE.value();
  }

  @Override
  public List<Ratio> ratios(Consumer<String> progress) throws IOException, InterruptedException {
    return StartsBenchmark.ratios(measured());
  }

  private List<StartsBenchmark.Row> measured() throws IOException, InterruptedException {
    String home = System.getenv("GALTON_HOME");
    if (home == null) {
      throw new InvalidInput(
          "Cannot time starts: GALTON_HOME is not set; start this command by the script galton");
    }
    return new StartsBenchmark(Path.of(home, "galton"), repeat).run();
  }

  private static String json(List<StartsBenchmark.Row> rows) {
    ArrayNode array = new ObjectMapper().createArrayNode();
    for (StartsBenchmark.Row row : rows) {
      array
          .addObject()
          .put("command", row.command())
          .put("cpu_seconds", row.cpu())
          .put("seconds", row.wall())
          .put("submitted_cpu_seconds", row.submittedCpu())
          .put("submitted_seconds", row.submittedWall())
          .put("ratio", row.ratio());
    }
    return array.toPrettyString();
  }

  private static String text(List<StartsBenchmark.Row> rows) {
    return TextTable.of(
            List.of("command", "CPU s", "s", "submitted CPU s", "submitted s", "CPU ratio"),
            rows.stream()
                .map(
                    row ->
                        List.of(
                            row.command(),
                            number(row.cpu()),
                            number(row.wall()),
                            number(row.submittedCpu()),
                            number(row.submittedWall()),
                            number(row.ratio())))
                .toList())
        .toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
