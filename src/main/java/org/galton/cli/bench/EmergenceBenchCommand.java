package org.galton.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.galton.bench.EmergenceBenchmark;
import org.galton.bench.Ratio;
import org.galton.console.ExitCode;
import org.galton.console.TextTable;
import org.galton.spec.InvalidInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton bench emergence}: how long surrogate groups take. */
@Command(
    name = "emergence",
    description = {
      "Time the emergence diagnostics of surrogate groups under the nulls row and shift: in words"
          + " of bits, with the measure broja, in tables, and with more agents, rounds and groups.",
      "Uses all cores of this machine. Needs no Spark."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton bench emergence --groups 600 --agents 10 --rounds 20"})
final class EmergenceBenchCommand implements Callable<Integer>, RatioSource {
  @Spec private CommandSpec spec;

  @Option(
      names = "--groups",
      defaultValue = "600",
      description = "Groups (default: ${DEFAULT-VALUE}).")
  private int groups;

  @Option(
      names = "--agents",
      defaultValue = "10",
      description = "Agents of each (default: ${DEFAULT-VALUE}).")
  private int agents;

  @Option(
      names = "--rounds",
      defaultValue = "20",
      description = "Rounds of each (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--surrogates",
      defaultValue = "200",
      description = "Surrogates of each group under each null (default: ${DEFAULT-VALUE}).")
  private int surrogates;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  /** A line of the table. */
  private record Line(String way, EmergenceBenchmark.Timing timing) {}

  @Override
  public Integer call() {
    EmergenceBenchmark.Result result = measured(progress -> {});
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? json(result) + "\n" : text(result));
    out.flush();
    return ExitCode.COMPLETE.value();
  }

  @Override
  public List<Ratio> ratios(Consumer<String> progress) {
    return measured(progress).ratios();
  }

  private EmergenceBenchmark.Result measured(Consumer<String> progress) {
    try {
      return new EmergenceBenchmark(groups, agents, rounds, surrogates).run(progress);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(e.getMessage(), e);
    }
  }

  private static List<Line> lines(EmergenceBenchmark.Result result) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("imin, mmi", result.main()));
    lines.add(new Line("imin, mmi, broja", result.searched()));
    lines.add(new Line("imin, mmi in tables", result.tables()));
    result.growth().forEach(timing -> lines.add(new Line("growth", timing)));
    return lines;
  }

  private static String json(EmergenceBenchmark.Result result) {
    ObjectNode document = new ObjectMapper().createObjectNode();
    document.put("threads", result.threads());
    ArrayNode timings = document.putArray("timings");
    for (Line line : lines(result)) {
      EmergenceBenchmark.Timing timing = line.timing();
      timings
          .addObject()
          .put("way", line.way())
          .put("groups", timing.cell().groups())
          .put("agents", timing.cell().agents())
          .put("rounds", timing.cell().rounds())
          .put("replicates", timing.cell().replicates())
          .put("seconds", timing.seconds())
          .put("cpu_seconds", timing.cpuSeconds())
          .put("microseconds_per_surrogate", timing.microsecondsPerSurrogate());
    }
    return document.toPrettyString();
  }

  private static String text(EmergenceBenchmark.Result result) {
    TextTable table =
        TextTable.of(
            List.of(
                "way",
                "groups",
                "agents",
                "rounds",
                "surrogates",
                "seconds",
                "CPU seconds",
                "CPU us/surrogate"),
            lines(result).stream().map(EmergenceBenchCommand::row).toList());
    return table
        + String.format(
            Locale.ROOT,
            "%,d surrogates in %.1f s on %d threads; tables take %.0f times the CPU time of words"
                + " of bits\n",
            result.main().cell().replicates(),
            result.main().seconds(),
            result.threads(),
            result.speedup());
  }

  private static List<String> row(Line line) {
    EmergenceBenchmark.Timing timing = line.timing();
    return List.of(
        line.way(),
        String.format(Locale.ROOT, "%,d", timing.cell().groups()),
        Integer.toString(timing.cell().agents()),
        Integer.toString(timing.cell().rounds()),
        String.format(Locale.ROOT, "%,d", timing.cell().replicates()),
        String.format(Locale.ROOT, "%.2f", timing.seconds()),
        String.format(Locale.ROOT, "%.2f", timing.cpuSeconds()),
        String.format(Locale.ROOT, "%.1f", timing.microsecondsPerSurrogate()));
  }
}
