package org.galton.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.galton.bench.EnvironmentBenchmark;
import org.galton.console.ExitCode;
import org.galton.console.TextTable;
import org.galton.report.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton bench environments}: how many episodes are played in a second. */
@Command(
    name = "environments",
    description = {
      "Time how many episodes of each environment are played without a model, on one thread: by"
          + " chance and by the environment's solver, in a second of processor time.",
      "Needs no Spark."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton bench environments --seconds 0.2"})
final class EnvironmentsBenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--seconds",
      defaultValue = "0.5",
      paramLabel = "S",
      description =
          "Processor time of each measurement, of which there are 56, each after half as long of"
              + " warming up (default: ${DEFAULT-VALUE}).")
  private double seconds;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Override
  public Integer call() {
    List<EnvironmentBenchmark.Row> rows = new EnvironmentBenchmark(seconds).run();
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? json(rows) + "\n" : text(rows));
    out.flush();
    return ExitCode.COMPLETE.value();
  }

  private static String json(List<EnvironmentBenchmark.Row> rows) {
    ArrayNode array = new ObjectMapper().createArrayNode();
    for (EnvironmentBenchmark.Row row : rows) {
      array
          .addObject()
          .put("environment", row.environment())
          .put("random_episodes_per_second", row.random())
          .put("random_turns_per_second", row.turns())
          .put("solver_episodes_per_second", row.solver());
    }
    return array.toPrettyString();
  }

  private static String text(List<EnvironmentBenchmark.Row> rows) {
    return TextTable.of(
            List.of("environment", "episodes/s by chance", "turns/s", "episodes/s by its solver"),
            rows.stream()
                .map(
                    row ->
                        List.of(
                            row.environment(),
                            Figures.format("%,.0f", row.random()),
                            Figures.format("%,.0f", row.turns()),
                            Figures.format("%,.0f", row.solver())))
                .toList())
        .toString();
  }
}
