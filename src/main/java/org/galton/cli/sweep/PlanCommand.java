package org.galton.cli.sweep;

import static org.galton.numerics.Optionals.ofNullable;
import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.text;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.ExitCode;
import org.galton.console.PrintOptions;
import org.galton.console.RowJson;
import org.galton.console.SessionFactory;
import org.galton.console.TextTable;
import org.galton.console.Versions;
import org.galton.job.sweep.SelfJudgements;
import org.galton.job.sweep.Sweep;
import org.galton.model.source.Checkpoints;
import org.galton.reinforce.spec.ReinforceSpec;
import org.galton.report.Columns;
import org.galton.report.Figures;
import org.galton.sweep.CellPlan;
import org.galton.sweep.KeptDetail;
import org.galton.sweep.SweepPlan;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code galton plan}: what a sweep would still have to draw, and what that costs. */
@Command(
    name = "plan",
    description = {
      "Print what a sweep would draw and what it costs. Runs and writes nothing.",
      "Of a spec of ./galton reinforce: what its training would still cost."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton plan jobs/demo.yaml --rate 15000"})
public final class PlanCommand implements Callable<Integer> {
  private static final Columns<CellPlan> CELLS =
      Columns.<CellPlan>of()
          .column(plan -> plan.cell().model().name(), json("model"), text("model"))
          .column(plan -> plan.cell().task().name(), json("task"), text("task"))
          .column(plan -> plan.cell().samplingName(), json("sampling"), text("sampling"))
          .column(plan -> plan.cell().generation(), json("generation"))
          .column(CellPlan::wanted, json("wanted"), text("wanted", "%,d"))
          .column(CellPlan::present, json("present"), text("present", "%,d"))
          .column(CellPlan::missing, json("missing"), text("missing", "%,d"))
          .column(plan -> plan.shards().size(), json("shards"), text("shards", "%,d"));

  @Mixin private SweepOptions options;

  @Option(
      names = "--rate",
      paramLabel = "TOKENS/S",
      description = "Tokens per second of the whole cluster, to say how long it takes.")
  private Double rate;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    if (ReinforceSpec.isMeantBy(options.source())) {
      TrainingPlan.of(options.source(), rate).print(printing);
      return ExitCode.COMPLETE.value();
    }
    try (SparkSession session = SessionFactory.open("plan")) {
      Configuration hadoop = SessionFactory.hadoop(session);
      SweepSpec wanted = options.read(hadoop);
      Sweep sweep = new Sweep(session, new Checkpoints(hadoop), Versions.galton());
      SweepPlan plan = sweep.plan(wanted);
      List<String> remarks =
          Stream.concat(remarks(plan, wanted), sweep.remarks(wanted, plan).stream()).toList();
      SweepPlan.Estimate drawn = plan.estimate(ofNullable(rate));
      SweepPlan.Estimate estimate =
          wanted.keep().contains(KeptDetail.TOKENS) ? drawn.keepingTokens() : drawn;
      printing.print(
          () -> asJson(plan, estimate, remarks),
          Optional.empty(),
          out -> {
            print(out, plan, estimate);
            remarks.forEach(out::println);
          });
    }
    return ExitCode.COMPLETE.value();
  }

  private static void print(PrintWriter out, SweepPlan plan, SweepPlan.Estimate estimate) {
    out.print(TextTable.of(CELLS, plan.cells()));
    out.printf(
        Locale.ROOT,
        "To draw: %s rollouts, at most about %s tokens and %.1f MB%s%n",
        Figures.count(plan.missing()),
        Figures.count(estimate.tokens()),
        estimate.bytes() / 1e6,
        estimate.duration().map(duration -> ", in " + words(duration)).orElse(""));
  }

  private static Stream<String> remarks(SweepPlan plan, SweepSpec spec) {
    long waiting = plan.missing() - plan.planned();
    Stream<String> undivided =
        plan.isUndivided() && waiting > 0
            ? Stream.of(
                "Of these %s are the second stage of a budget, which has no shards before the pilot"
                        .formatted(Figures.count(waiting))
                    + " is judged")
            : Stream.empty();
    return Stream.concat(undivided, remarks(plan, spec.tasks()));
  }

  private static Stream<String> remarks(SweepPlan plan, List<TaskSpec> tasks) {
    return Stream.concat(
        tasks.stream().flatMap(task -> task.task().remarks().stream()),
        SelfJudgements.of(plan.cells().stream().map(CellPlan::cell).toList()).stream());
  }

  private static ObjectNode asJson(
      SweepPlan plan, SweepPlan.Estimate estimate, List<String> remarks) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    RowJson.add(root.putArray("cells"), CELLS, plan.cells());
    root.put("missing", plan.missing())
        .put("tokens", estimate.tokens())
        .put("bytes", estimate.bytes());
    estimate.duration().ifPresent(duration -> root.put("seconds", duration.toSeconds()));
    remarks.forEach(root.withArray("remarks")::add);
    return root;
  }

  private static String words(Duration duration) {
    return Figures.format(
        "%d h %02d min %02d s",
        duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
  }
}
