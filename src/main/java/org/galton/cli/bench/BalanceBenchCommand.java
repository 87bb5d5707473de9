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
import org.galton.bench.BalanceBenchmark;
import org.galton.bench.Ratio;
import org.galton.console.Bytes;
import org.galton.console.ExitCode;
import org.galton.console.TextTable;
import org.galton.spec.InvalidInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton bench balance}: how long a potential takes. */
@Command(
    name = "balance",
    description = {
      "Time the least-action potentials of simulated kernels with a hundredth, a tenth and all of"
          + " the states, with both violation functions.",
      "Uses one core of this machine. Needs no Spark."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton bench balance --states 100000 --neighbours 100"})
final class BalanceBenchCommand implements Callable<Integer>, RatioSource {
  @Spec private CommandSpec spec;

  @Option(
      names = "--states",
      defaultValue = "100000",
      description = "States of the largest kernel (default: ${DEFAULT-VALUE}).")
  private int states;

  @Option(
      names = "--neighbours",
      defaultValue = "100",
      description = "Moves from each state (default: ${DEFAULT-VALUE}).")
  private int neighbours;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Override
  public Integer call() {
    List<BalanceBenchmark.Row> rows = measured(progress -> {});
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? json(rows) + "\n" : text(rows));
    out.flush();
    return ExitCode.COMPLETE.value();
  }

  @Override
  public List<Ratio> ratios(Consumer<String> progress) {
    return BalanceBenchmark.ratios(measured(progress));
  }

  private List<BalanceBenchmark.Row> measured(Consumer<String> progress) {
    BalanceBenchmark benchmark;
    try {
      benchmark = new BalanceBenchmark(states, neighbours);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(e.getMessage(), e);
    }
    return benchmark.run(progress);
  }

  private static String json(List<BalanceBenchmark.Row> rows) {
    ObjectNode document = new ObjectMapper().createObjectNode();
    ArrayNode kernels = document.putArray("kernels");
    for (BalanceBenchmark.Row row : rows) {
      ObjectNode kernel =
          kernels
              .addObject()
              .put("states", row.states())
              .put("moves", row.moves())
              .put("heap_bytes", row.heapBytes());
      put(kernel.putObject("components"), row.components());
      put(kernel.putObject("exp"), row.exp());
      put(kernel.putObject("logistic"), row.logistic());
    }
    return document.toPrettyString();
  }

  private static ObjectNode put(ObjectNode node, BalanceBenchmark.Time time) {
    return node.put("seconds", time.seconds()).put("cpu_seconds", time.cpuSeconds());
  }

  private static void put(ObjectNode node, BalanceBenchmark.Fit fit) {
    put(node, fit.time())
        .put("sweeps", fit.sweeps())
        .put("newton_steps", fit.newtonSteps())
        .put("iterations", fit.iterations())
        .put("imbalance", fit.imbalance());
  }

  private static String text(List<BalanceBenchmark.Row> rows) {
    List<List<String>> lines = new ArrayList<>();
    for (BalanceBenchmark.Row row : rows) {
      lines.add(
          List.of(
              String.format(Locale.ROOT, "%,d", row.states()),
              String.format(Locale.ROOT, "%,d", row.moves()),
              seconds(row.components()),
              seconds(row.exp().time()),
              work(row.exp()),
              seconds(row.logistic().time()),
              work(row.logistic()),
              Bytes.text(row.heapBytes())));
    }
    StringBuilder text =
        new StringBuilder(
            TextTable.of(
                    List.of(
                        "states",
                        "moves",
                        "components s",
                        "exp s",
                        "sweeps/Newton/CG",
                        "logistic s",
                        "sweeps/Newton/CG",
                        "heap"),
                    lines)
                .toString());
    for (int i = 1; i < rows.size(); i++) {
      text.append(growth(rows.get(i - 1), rows.get(i)));
    }
    return text.toString();
  }

  private static String growth(BalanceBenchmark.Row from, BalanceBenchmark.Row to) {
    return String.format(
        Locale.ROOT,
        "%,d to %,d moves: components take %.1f times the time, exp %.1f, logistic %.1f\n",
        from.moves(),
        to.moves(),
        to.components().seconds() / from.components().seconds(),
        to.exp().time().seconds() / from.exp().time().seconds(),
        to.logistic().time().seconds() / from.logistic().time().seconds());
  }

  private static String seconds(BalanceBenchmark.Time time) {
    return String.format(Locale.ROOT, "%.3f", time.seconds());
  }

  private static String work(BalanceBenchmark.Fit fit) {
    return "%d/%d/%d".formatted(fit.sweeps(), fit.newtonSteps(), fit.iterations());
  }
}
