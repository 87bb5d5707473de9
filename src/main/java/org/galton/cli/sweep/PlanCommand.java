package org.galton.cli.sweep;

import static org.galton.numerics.Optionals.ofNullable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.ExitCode;
import org.galton.console.SessionFactory;
import org.galton.console.TextTable;
import org.galton.console.Versions;
import org.galton.job.sweep.Sweep;
import org.galton.model.source.Checkpoints;
import org.galton.sweep.CellPlan;
import org.galton.sweep.SweepPlan;
import org.galton.sweep.SweepSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton plan}: what a sweep would still have to draw, and what that costs. */
@Command(
    name = "plan",
    description = "Print what a sweep would draw and what it costs. Runs and writes nothing.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton plan jobs/demo.yaml --rate 15000"})
public final class PlanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SweepOptions options;

  @Option(
      names = "--rate",
      paramLabel = "TOKENS/S",
      description = "Tokens per second of the whole cluster, to say how long it takes.")
  private Double rate;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    try (SparkSession session = SessionFactory.open("plan")) {
      Configuration hadoop = SessionFactory.hadoop(session);
      SweepSpec wanted = options.read(hadoop);
      SweepPlan plan = new Sweep(session, new Checkpoints(hadoop), Versions.galton()).plan(wanted);
      SweepPlan.Estimate estimate = plan.estimate(ofNullable(rate));
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(asJson(plan, estimate).toPrettyString());
      } else {
        print(out, plan, estimate);
      }
    }
    return ExitCode.COMPLETE.value();
  }

  private static void print(PrintWriter out, SweepPlan plan, SweepPlan.Estimate estimate) {
    List<List<String>> rows = new ArrayList<>();
    for (CellPlan cell : plan.cells()) {
      rows.add(
          List.of(
              cell.cell().model().name(),
              cell.cell().task().name(),
              cell.cell().samplingName(),
              count(cell.wanted()),
              count(cell.present()),
              count(cell.missing()),
              count(cell.shards().size())));
    }
    out.print(
        TextTable.of(
            List.of("model", "task", "sampling", "wanted", "present", "missing", "shards"), rows));
    out.printf(
        Locale.ROOT,
        "To draw: %s rollouts, at most about %s tokens and %.1f MB%s%n",
        count(plan.missing()),
        count(estimate.tokens()),
        estimate.bytes() / 1e6,
        estimate.duration().map(duration -> ", in " + words(duration)).orElse(""));
  }

  private static ObjectNode asJson(SweepPlan plan, SweepPlan.Estimate estimate) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    ArrayNode cells = root.putArray("cells");
    for (CellPlan cell : plan.cells()) {
      cells
          .addObject()
          .put("model", cell.cell().model().name())
          .put("task", cell.cell().task().name())
          .put("sampling", cell.cell().samplingName())
          .put("generation", cell.cell().generation())
          .put("wanted", cell.wanted())
          .put("present", cell.present())
          .put("missing", cell.missing())
          .put("shards", cell.shards().size());
    }
    root.put("missing", plan.missing())
        .put("tokens", estimate.tokens())
        .put("bytes", estimate.bytes());
    estimate.duration().ifPresent(duration -> root.put("seconds", duration.toSeconds()));
    return root;
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String words(Duration duration) {
    return String.format(
        Locale.ROOT,
        "%d h %02d min %02d s",
        duration.toHours(),
        duration.toMinutesPart(),
        duration.toSecondsPart());
  }
}
