package org.galton.study.judges;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
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
import org.galton.spec.InvalidInput;
import org.galton.study.judges.view.JudgesSection;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code galton judges}: what all judges say of the rollouts of a run. */
@Command(
    name = "judges",
    description = {
      "Count the verdicts of every judge that judged the rollouts of a run, compare the judges with"
          + " each other and with labels of people, and show completions on which they disagree.",
      "",
      "A sweep judges each rollout with every judge of its task's 'judges'. To compare another"
          + " judge, add it to the spec and run the same sweep again: nothing is drawn."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton judges runs/questions",
      "         ./galton judges runs/questions --labels",
      "         ./galton judges runs/questions --labels labels.csv --output runs/judges"
    })
public final class JudgesCommand implements Callable<Integer> {
  /** The labels of people beside the run's tables. */
  private static final String OF_THE_RUN = "";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN",
      converter = HomePath.class,
      description = "Output folder of a sweep; with #RUN_ID another run than its latest.")
  private String run;

  @Option(
      names = "--labels",
      paramLabel = "PATH",
      arity = "0..1",
      fallbackValue = OF_THE_RUN,
      converter = HomePath.class,
      description =
          "What people say: a *.csv, *.jsonl or *.parquet file with the columns prompt_id,"
              + " rollout_index and correct (true or false), and model, task or generation where"
              + " several cells share prompts; or a folder of such files. Without PATH the labels"
              + " that ./galton view RUN --labels wrote. Adds precision, recall, specificity and"
              + " each judge's rate corrected for its errors.")
  private String labels;

  @Option(
      names = "--show",
      defaultValue = "20",
      paramLabel = "N",
      description =
          "Most completions to keep of each pair of judges that disagree (default: ${DEFAULT-VALUE}).")
  private int show;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Also write the tables verdict_counts, agreements, disagreements and runs, and a report,"
              + " under this folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    try (SparkSession spark = SessionFactory.open(spec.name())) {
      Configuration hadoop = SessionFactory.hadoop(spark);
      RunAddress address = RunAddress.parse(run);
      RunTables judged = address.open(hadoop);
      if (OF_THE_RUN.equals(labels)) {
        labels = labelsOf(new OutputFolder(address.folder(), hadoop));
      }
      RecordedRun recorded = RecordedRun.begin(spark, spec.name(), StoredOptions.origin(spec));
      JudgesResult result =
          new JudgesJob(spark, new OutputFolder(address.folder(), hadoop))
              .run(
                  recorded.name().runId(),
                  judged.books(),
                  judged.pilot(),
                  Optional.ofNullable(labels),
                  show);
      Optional<String> page =
          Optional.ofNullable(output).map(folder -> write(folder, recorded, result, hadoop));
      printing.print(
          () -> JudgesText.json(result),
          page,
          out -> out.print(JudgesText.of(result) + PageFile.line(page)));
    }
    return ExitCode.COMPLETE.value();
  }

  private static String labelsOf(OutputFolder output) {
    Path folder = new Path(output.root(), Table.LABELS.name());
    if (output.files(folder).isEmpty()) {
      throw new InvalidInput(
          "Cannot find labels of %1$s: nobody has labelled a rollout there; label some with ./galton view %1$s --labels, or name a file"
              .formatted(output.root()));
    }
    return folder.toString();
  }

  private String write(
      String folder, RecordedRun recorded, JudgesResult result, Configuration hadoop) {
    recorded.write(folder, result::write);
    return PageFile.ofRun(
        folder,
        recorded.name().runId(),
        hadoop,
        own -> {
          JudgesSection section = JudgesStudy.view(own);
          return StudyPage.of(
              spec.name(), own.run(), section.finding(), List.of(), List.of(section));
        });
  }
}
