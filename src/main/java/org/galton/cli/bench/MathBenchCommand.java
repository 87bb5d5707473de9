package org.galton.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.galton.bench.MathBenchmark;
import org.galton.bench.Ratio;
import org.galton.console.ExitCode;
import org.galton.console.TextTable;
import org.galton.spec.InvalidInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton bench math}: how many mathematical answers are judged in a second. */
@Command(
    name = "math",
    description = {
      "Time how mathematical answers are read and compared with references, by kind, on one thread.",
      "Needs no Spark."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton bench math --answers 100000"})
final class MathBenchCommand implements Callable<Integer>, RatioSource {
  @Spec private CommandSpec spec;

  @Option(
      names = "--answers",
      defaultValue = "20000",
      description = "Answers of each kind (default: ${DEFAULT-VALUE}).")
  private int answers;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Override
  public Integer call() {
    List<MathBenchmark.Row> rows = measured();
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? json(rows) + "\n" : text(rows));
    out.flush();
    return ExitCode.COMPLETE.value();
  }

  @Override
  public List<Ratio> ratios(Consumer<String> progress) {
    return MathBenchmark.ratios(measured());
  }

  private List<MathBenchmark.Row> measured() {
    try {
      return new MathBenchmark(answers).run();
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(e.getMessage(), e);
    }
  }

  private static String json(List<MathBenchmark.Row> rows) {
    ArrayNode array = new ObjectMapper().createArrayNode();
    for (MathBenchmark.Row row : rows) {
      array
          .addObject()
          .put("kind", row.kind())
          .put("answers", row.answers())
          .put("right", row.right())
          .put("cpu_seconds", row.seconds())
          .put("slowest_ms", row.slowest());
    }
    return array.toPrettyString();
  }

  private static String text(List<MathBenchmark.Row> rows) {
    return TextTable.of(
            List.of("kind", "answers", "right", "answers/CPU second", "slowest ms"),
            rows.stream()
                .map(
                    row ->
                        List.of(
                            row.kind(),
                            String.format(Locale.ROOT, "%,d", row.answers()),
                            String.format(Locale.ROOT, "%,d", row.right()),
                            String.format(Locale.ROOT, "%,.0f", row.perSecond()),
                            String.format(Locale.ROOT, "%.2f", row.slowest())))
                .toList())
        .toString();
  }
}
