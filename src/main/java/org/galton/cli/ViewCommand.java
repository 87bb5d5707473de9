package org.galton.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.Stopping;
import org.galton.view.Viewer;
import org.galton.view.engine.EngineLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code galton view}: pages over output folders; needs no Spark session. */
@Command(
    name = "view",
    description = "Open a local web page over the tables of output folders, and print its address.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton view runs/demo"})
final class ViewCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      arity = "1..*",
      converter = HomePath.class,
      description = "Output folder that holds the tables. Nothing else is read, nothing written.")
  private List<String> folders;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "Port on 127.0.0.1 (default: any that is free).")
  private int port;

  @Option(
      names = "--memory",
      paramLabel = "MIB",
      defaultValue = "512",
      description = "Most memory for queries, in MiB (default: ${DEFAULT-VALUE}).")
  private int memory;

  @Override
  public Integer call() throws InterruptedException {
    EngineLimits limits = EngineLimits.withDefaults().withMemory(memory);
    Stopping.of(spec).saying(() -> "Stopped.");
    try (Viewer viewer = Viewer.start(folders, port, limits)) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(viewer.address());
      out.flush();
      new CountDownLatch(1).await(); // Until Ctrl-C.
    }
    return ExitCode.COMPLETE.value();
  }
}
