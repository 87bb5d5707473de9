package org.galton.cli.sweep;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.ExitCode;
import org.galton.console.SessionFactory;
import org.galton.console.TaskFiles;
import org.galton.reinforce.spec.ReinforceSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code galton report}: the page of a sweep's latest run, or of a training, once more. */
@Command(
    name = "report",
    description = {
      "Write the report of a sweep's latest run. Draws and scores nothing.",
      "Of a spec of ./galton reinforce, or of the output folder of its training: the page of the"
          + " training, also while it goes on."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton report jobs/demo.yaml",
      "         ./galton report runs/reinforce-countdown"
    })
public final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SweepOptions sweep;

  @Override
  public Integer call() throws IOException {
    Optional<List<String>> ofTrainings = ofTrainings();
    if (ofTrainings.isPresent()) {
      ofTrainings.get().forEach(page -> spec.commandLine().getOut().println("Report: " + page));
      return ExitCode.COMPLETE.value();
    }
    try (SparkSession session = SessionFactory.open("report")) {
      Configuration hadoop = SessionFactory.hadoop(session);
      spec.commandLine()
          .getOut()
          .println("Report: " + ReportFile.write(sweep.read(hadoop), hadoop));
    }
    return ExitCode.COMPLETE.value();
  }

  /** Pages of trainings; nothing where a sweep is meant. They need no Spark. */
  private Optional<List<String>> ofTrainings() {
    Configuration hadoop = SessionFactory.plainHadoop();
    Optional<String> folder = sweep.folder();
    if (folder.isPresent()) {
      return folder.map(output -> TrainingReport.writeAll(output, hadoop));
    }
    if (!ReinforceSpec.isMeantBy(sweep.source())) {
      return Optional.empty();
    }
    ReinforceSpec meant = ReinforceSpec.read(sweep.source(), new TaskFiles(hadoop));
    return Optional.of(List.of(TrainingReport.write(meant, hadoop)));
  }
}
