package org.example.consistency;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.PageFile;
import org.galton.console.PrintOptions;
import org.galton.console.SessionFactory;
import org.galton.console.StoredOptions;
import org.galton.job.run.RecordedRun;
import org.galton.job.run.RunAddress;
import org.galton.job.run.RunTables;
import org.galton.report.StudyPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton consistency}: the question about a run that is already there. */
@Command(
    name = "consistency",
    description = "Say how many prompts of a run a model solves never, sometimes and always.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton --jars mine.jar consistency --run runs/demo"})
public final class ConsistencyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--run",
      required = true,
      paramLabel = "DIR",
      converter = HomePath.class,
      description = "Output folder of a sweep; with #RUN_ID another run than its latest.")
  private String run;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description = "Also write the tables consistency and runs, and a report, under this folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    try (SparkSession spark = SessionFactory.open(spec.name())) {
      RunTables stored = RunAddress.parse(run).open(SessionFactory.hadoop(spark));
      RecordedRun recorded =
          RecordedRun.begin(spark, spec.name(), StoredOptions.origin(spec));
      List<ConsistencyRow> rows =
          ConsistencyRow.of(recorded.name().runId(), stored.promptStatistics());
      Optional<String> page =
          Optional.ofNullable(output).map(folder -> write(spark, recorded, rows));
      printing.print(
          () ->
              JsonNodeFactory.instance
                  .objectNode()
                  .<ObjectNode>set(spec.name(), ConsistencyStudy.json(rows)),
          page,
          out -> out.print(ConsistencyStudy.text(rows) + PageFile.line(page)));
    }
    return ExitCode.COMPLETE.value();
  }

  private String write(SparkSession spark, RecordedRun recorded, List<ConsistencyRow> rows) {
    recorded.write(output, tables -> tables.publish(ConsistencyRow.TABLE, rows));
    return PageFile.ofRun(
        output,
        recorded.name().runId(),
        SessionFactory.hadoop(spark),
        own -> {
          ConsistencySection section =
              new ConsistencySection(own.rows(ConsistencyRow.TABLE, row -> true));
          return StudyPage.of(
              spec.name(), own.run(), section.finding(), List.of(), List.of(section));
        });
  }
}
