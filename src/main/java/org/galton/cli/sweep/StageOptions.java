package org.galton.cli.sweep;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.ProgressLine;
import org.galton.console.RowJson;
import org.galton.console.SessionFactory;
import org.galton.console.Stopping;
import org.galton.console.Versions;
import org.galton.job.comparison.LastRunReview;
import org.galton.job.sweep.Stage;
import org.galton.job.sweep.Sweep;
import org.galton.job.sweep.SweepResult;
import org.galton.model.source.Checkpoints;
import org.galton.report.FewPrompts;
import org.galton.sweep.SweepSpec;
import org.galton.table.MetricRow;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs stages of a sweep and says on the terminal what came of it. */
final class StageOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** Beyond this a table of all cells is for the report. */
  private static final int MOST_ROWS = 12;

  private static final List<String> OF_THE_TABLE_ONLY =
      List.of("sweep", "step", "training_flops", "generation", "scorer", "method");

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  int run(String name, SweepOptions options, Set<Stage> stages) throws IOException {
    PrintWriter err = command.commandLine().getErr();
    try (SparkSession session = SessionFactory.open(name)) {
      Configuration hadoop = SessionFactory.hadoop(session);
      SweepSpec spec = options.read(hadoop);
      ProgressLine progress = ProgressLine.on(err);
      Stopping.of(command).saying(() -> progress.stopped(spec.output()));
      SweptStudies studies = new SweptStudies(err);
      SweepResult result =
          new Sweep(
                  session,
                  new Checkpoints(hadoop),
                  new LastRunReview(hadoop),
                  studies,
                  Versions.galton())
              .run(spec, stages, progress);
      progress.end();
      Optional<String> report = result.summary().map(summary -> ReportFile.write(spec, hadoop));
      result.warnings().forEach(err::println);
      PrintWriter out = command.commandLine().getOut();
      if (json) {
        out.println(asJson(result, studies, report).toPrettyString());
      } else {
        print(out, result, studies, report);
      }
      return result.exitCode();
    }
  }

  private static void print(
      PrintWriter out, SweepResult result, SweptStudies studies, Optional<String> report) {
    result
        .summary()
        .ifPresent(
            summary -> {
              if (summary.books().size() <= MOST_ROWS) {
                out.print(MetricText.of(summary.metrics()));
                FewPrompts.warning(
                        summary.metrics().stream()
                            .filter(row -> row.metric().equals("mean@n"))
                            .mapToInt(MetricRow::prompts)
                            .min())
                    .ifPresent(out::println);
              }
            });
    studies.print(out);
    out.println();
    out.print(RunText.of(result, report));
  }

  private static ObjectNode asJson(
      SweepResult result, SweptStudies studies, Optional<String> report) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("run_id", result.runId())
        .put("exit_code", result.exitCode())
        .put("meaning", RunText.meaning(result))
        .put("seconds", result.duration().toMillis() / 1e3)
        .put("wanted", result.wanted())
        .put("drawn", result.drawn().rollouts())
        .put("failed", result.failed())
        .put("scored", result.judged())
        .put("tokens", result.drawn().tokens());
    report.ifPresent(path -> root.put("report", path));
    RunJson.add(root, result);
    ArrayNode metrics = root.putArray("metrics");
    result
        .summary()
        .ifPresent(
            summary ->
                summary
                    .metrics()
                    .forEach(row -> metrics.add(RowJson.of(row).remove(OF_THE_TABLE_ONLY))));
    studies.addTo(root);
    return root;
  }
}
