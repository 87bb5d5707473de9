package org.galton.study.junk;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.PageFile;
import org.galton.console.PrintOptions;
import org.galton.console.SessionFactory;
import org.galton.console.StoredOptions;
import org.galton.job.run.RecordedRun;
import org.galton.report.StudyPage;
import org.galton.spec.InvalidInput;
import org.galton.study.junk.row.JunkTables;
import org.galton.study.junk.view.FailureSection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton junk failures}: how wrong step-by-step answers fail. */
@Command(
    name = "failures",
    description = {
      "Give each wrong step-by-step answer the first class that holds: no reasoning, no outline,"
          + " skipped step, wrong logic, factual error.",
      "",
      "Format method: sums, differences and products such as 37+58=?, answered by the written"
          + " method, 7+8=15 3+5+1=9 answer=95, as the task arithmetic has them. Format plan: any"
          + " text with a line 'Plan: A; B' and then a line 'Step k: ...' for each part.",
      "",
      "A table has columns prompt, completion and correct, and optionally id, rollout, task, model"
          + " and dose."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton junk failures --input examples/chains.csv",
      "         ./galton junk failures --input runs/demo --task arithmetic --output runs/failures"
    })
public final class FailuresCommand implements Callable<Integer> {
  private static final String STUDY = "junk-failures";

  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "ROLLOUTS",
      converter = HomePath.class,
      description = "A run folder, or a *.csv, *.jsonl or *.parquet file or a folder of them.")
  private String input;

  @Option(
      names = "--format",
      defaultValue = "method",
      paramLabel = "FORMAT",
      description = "method or plan (default: ${DEFAULT-VALUE}).")
  private TextFormat format;

  @Option(
      names = "--task",
      paramLabel = "NAME",
      description = "One task of the run folder (default: all).")
  private String task;

  @Option(
      names = "--dose",
      converter = NamedNumber.Converter.class,
      paramLabel = "MODEL=DOSE",
      description = "The dose of a model of the run folder; may be given several times.")
  private List<NamedNumber> doses = List.of();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Also write the tables failure_classes, failed_rollouts and runs, and a report, under"
              + " this folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    FailureRequest request = FailureRequest.of(input, format, task, byModel());
    try (SparkSession spark = SessionFactory.open(STUDY)) {
      Configuration hadoop = SessionFactory.hadoop(spark);
      RecordedRun run = RecordedRun.begin(spark, STUDY, StoredOptions.origin(spec));
      FailureResult result = new FailureJob(spark, hadoop, request).run(run.name().runId());
      Optional<String> page =
          Optional.ofNullable(output).map(folder -> write(folder, run, result, hadoop));
      printing.print(result::json, page, out -> out.print(result.text() + PageFile.line(page)));
    }
    return ExitCode.COMPLETE.value();
  }

  private Map<String, Double> byModel() {
    Map<String, Double> found = new HashMap<>();
    for (NamedNumber dose : doses) {
      if (found.put(dose.name(), dose.number()) != null) {
        throw new InvalidInput(
            "Invalid --dose %s: the model is there twice; expected one dose for each"
                .formatted(dose.name()));
      }
    }
    return found;
  }

  private static String write(
      String folder, RecordedRun run, FailureResult result, Configuration hadoop) {
    run.write(folder, result::write);
    return PageFile.ofRun(
        folder,
        run.name().runId(),
        hadoop,
        own -> {
          FailureSection section = new FailureSection(own.rows(JunkTables.FAILURES, row -> true));
          return StudyPage.of(STUDY, own.run(), section.finding(), List.of(), List.of(section));
        });
  }
}
