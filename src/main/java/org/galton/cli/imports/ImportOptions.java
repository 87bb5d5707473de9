package org.galton.cli.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.galton.cli.sweep.MetricText;
import org.galton.cli.sweep.ReportFile;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.SessionFactory;
import org.galton.console.TextTable;
import org.galton.console.Versions;
import org.galton.job.samples.ImportResult;
import org.galton.job.samples.SampleImport;
import org.galton.samplelog.SampleLog;
import org.galton.table.BooksRow;
import org.galton.task.Judge;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports one log and says on the terminal what came of it. */
final class ImportOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(
      paramLabel = "PATH",
      converter = HomePath.class,
      description = "The log: any path that Hadoop opens.")
  private String path;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      required = true,
      description = "Folder of the tables; what is there already is not added again.")
  private String output;

  @Mixin private JudgeOptions judge;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  /** As in a spec, and those keys of the one judge that options of their own give. */
  List<Judge> judges(Map<String, String> keys) {
    return judge.judges(keys);
  }

  int run(SampleLog log) throws IOException {
    return run(log, judges(Map.of()));
  }

  int run(SampleLog log, List<Judge> judges) throws IOException {
    try (SparkSession session = SessionFactory.open("import")) {
      ImportResult result =
          new SampleImport(session, Versions.galton()).run(log, path, output, judges);
      String report = ReportFile.write(output, result.study(), SessionFactory.hadoop(session));
      PrintWriter out = command.commandLine().getOut();
      if (json) {
        out.println(asJson(result, report).toPrettyString());
      } else {
        print(out, result, report);
      }
      return ExitCode.COMPLETE.value();
    }
  }

  private static void print(PrintWriter out, ImportResult result, String report) {
    out.print(
        TextTable.of(
            List.of("model", "task", "scorer", "rollouts", "new", "scored", "unscored", "failed"),
            result.books().stream().map(ImportOptions::cells).toList()));
    out.print(MetricText.of(result.summary().metrics()));
    out.printf(Locale.ROOT, "%,d rollouts added%nReport: %s%n", result.added(), report);
  }

  private static List<String> cells(BooksRow row) {
    return List.of(
        row.model(),
        row.task(),
        row.scorer(),
        Long.toString(row.requested()),
        Long.toString(row.generated()),
        Long.toString(row.scored()),
        Long.toString(row.unscored()),
        Long.toString(row.failed()));
  }

  private static ObjectNode asJson(ImportResult result, String report) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("run_id", result.runId()).put("added", result.added()).put("report", report);
    ArrayNode books = root.putArray("cells");
    for (BooksRow row : result.books()) {
      books
          .addObject()
          .put("model", row.model())
          .put("task", row.task())
          .put("sampling", row.sampling())
          .put("generation", row.generation())
          .put("scorer", row.scorer())
          .put("rollouts", row.requested())
          .put("new", row.generated())
          .put("scored", row.scored())
          .put("unscored", row.unscored())
          .put("failed", row.failed());
    }
    return root;
  }
}
