package org.galton.cli.sweep;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.ExitCode;
import org.galton.console.SessionFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code galton report}: the page of a sweep's latest run once more. */
@Command(
    name = "report",
    description = "Write the report of a sweep's latest run. Draws and scores nothing.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton report jobs/demo.yaml"})
public final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SweepOptions sweep;

  @Override
  public Integer call() throws IOException {
    try (SparkSession session = SessionFactory.open("report")) {
      Configuration hadoop = SessionFactory.hadoop(session);
      spec.commandLine()
          .getOut()
          .println("Report: " + ReportFile.write(sweep.read(hadoop), hadoop));
    }
    return ExitCode.COMPLETE.value();
  }
}
