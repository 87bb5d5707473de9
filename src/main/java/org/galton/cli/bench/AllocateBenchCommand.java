package org.galton.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.galton.bench.AllocationBenchmark;
import org.galton.bench.Ratio;
import org.galton.console.ExitCode;
import org.galton.console.TextTable;
import org.galton.spec.InvalidInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton bench allocate}: how long a budget of rollouts takes to divide. */
@Command(
    name = "allocate",
    description = {
      "Time the division of a budget of rollouts among prompts by the rule knapsack, beside a"
          + " priority queue that hands out one rollout a step, with a hundredth, a tenth and all"
          + " of the prompts.",
      "Uses one core of this machine. Needs no Spark."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton bench allocate --prompts 1000000 --rollouts 16"})
final class AllocateBenchCommand implements Callable<Integer>, RatioSource {
  @Spec private CommandSpec spec;

  @Option(
      names = "--prompts",
      defaultValue = "1000000",
      description = "Prompts of the largest division (default: ${DEFAULT-VALUE}).")
  private int prompts;

  @Option(
      names = "--rollouts",
      defaultValue = "16",
      description = "Rollouts of a prompt in the mean (default: ${DEFAULT-VALUE}).")
  private int rollouts;

  @Option(
      names = "--most",
      defaultValue = "128",
      description = "Most rollouts of a prompt (default: ${DEFAULT-VALUE}).")
  private int most;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Override
  public Integer call() {
    List<AllocationBenchmark.Row> rows = measured();
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? json(rows) + "\n" : text(rows));
    out.flush();
    return ExitCode.COMPLETE.value();
  }

  @Override
  public List<Ratio> ratios(Consumer<String> progress) {
    return AllocationBenchmark.ratios(measured());
  }

  private List<AllocationBenchmark.Row> measured() {
    try {
      return new AllocationBenchmark(prompts, rollouts, most).run();
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(e.getMessage(), e);
    }
  }

  private static String json(List<AllocationBenchmark.Row> rows) {
    ArrayNode array = new ObjectMapper().createArrayNode();
    for (AllocationBenchmark.Row row : rows) {
      array
          .addObject()
          .put("prompts", row.prompts())
          .put("budget", row.budget())
          .put("cpu_seconds", row.seconds())
          .put("queue_cpu_seconds", row.queueSeconds())
          .put("ratio", row.ratio())
          .put("different", row.different());
    }
    return array.toPrettyString();
  }

  private static String text(List<AllocationBenchmark.Row> rows) {
    return TextTable.of(
            List.of("prompts", "rollouts", "CPU s", "queue CPU s", "queue/ours", "different"),
            rows.stream()
                .map(
                    row ->
                        List.of(
                            String.format(Locale.ROOT, "%,d", row.prompts()),
                            String.format(Locale.ROOT, "%,d", row.budget()),
                            String.format(Locale.ROOT, "%.3f", row.seconds()),
                            String.format(Locale.ROOT, "%.3f", row.queueSeconds()),
                            String.format(Locale.ROOT, "%.1f", row.ratio()),
                            String.format(Locale.ROOT, "%,d", row.different())))
                .toList())
        .toString();
  }
}
