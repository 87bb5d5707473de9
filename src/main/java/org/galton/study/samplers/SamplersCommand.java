package org.galton.study.samplers;

import java.io.IOException;
import java.util.List;
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
import org.galton.job.run.RunAddress;
import org.galton.job.run.RunTables;
import org.galton.report.StudyPage;
import org.galton.spec.InvalidInput;
import org.galton.study.samplers.view.SamplersSection;
import org.galton.table.store.OutputFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code galton samplers}: what samplers found in a run, and at what cost. */
@Command(
    name = "samplers",
    description = {
      "Compare the samplers of a run at equal cost: prompts solved and different right answers"
          + " among k rollouts, beside the tokens, the verifier calls and the device time of k"
          + " rollouts.",
      "",
      "A sweep whose spec has a 'sampler' does this by itself."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton samplers runs/vgb-countdown",
      "         ./galton samplers runs/vgb-countdown --json",
      "         ./galton samplers runs/vgb-countdown --output runs/samplers"
    })
public final class SamplersCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN",
      converter = HomePath.class,
      description = "Output folder of a sweep; with #RUN_ID another run than its latest.")
  private String run;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Also write the tables sampler_costs and runs, and a report, under this folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    try (SparkSession spark = SessionFactory.open(spec.name())) {
      Configuration hadoop = SessionFactory.hadoop(spark);
      RunAddress address = RunAddress.parse(run);
      RunTables counted = address.open(hadoop);
      RecordedRun recorded = RecordedRun.begin(spark, spec.name(), StoredOptions.origin(spec));
      SamplersJob.Result result =
          new SamplersJob(spark, new OutputFolder(address.folder(), hadoop))
              .run(recorded.name().runId(), counted.books(), counted.metrics(), counted.pilot());
      if (result.rows().isEmpty()) {
        throw new InvalidInput(
            "Cannot compare the samplers of %s: no rollout of its run %s was drawn by a search; expected a sweep whose spec has a 'sampler' (docs/samplers.md)"
                .formatted(address.folder(), counted.run().runId()));
      }
      Optional<String> page =
          Optional.ofNullable(output).map(folder -> write(folder, recorded, result, hadoop));
      printing.print(
          () -> SamplersText.json(result),
          page,
          out -> out.print(SamplersText.of(result) + PageFile.line(page)));
    }
    return ExitCode.COMPLETE.value();
  }

  private String write(
      String folder, RecordedRun recorded, SamplersJob.Result result, Configuration hadoop) {
    recorded.write(folder, result::write);
    return PageFile.ofRun(
        folder,
        recorded.name().runId(),
        hadoop,
        own -> {
          SamplersSection section = SamplersStudy.view(own);
          return StudyPage.of(
              spec.name(), own.run(), section.finding(), List.of(), List.of(section));
        });
  }
}
