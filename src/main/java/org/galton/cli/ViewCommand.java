package org.galton.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.Stopping;
import org.galton.report.Figures;
import org.galton.view.Viewer;
import org.galton.view.bundle.PageBundle;
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
  private static final int PAGES_A_LINE = 500;

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

  @Option(
      names = "--export",
      paramLabel = "FOLDER",
      converter = HomePath.class,
      description =
          "Write the pages into a new folder instead, as files for a file server: no search, no filters.")
  private String export;

  @Option(
      names = "--pages",
      paramLabel = "N",
      defaultValue = "2000",
      description = "With --export: most pages (default: ${DEFAULT-VALUE}).")
  private int pages;

  @Override
  public Integer call() throws InterruptedException {
    EngineLimits limits = EngineLimits.withDefaults().withMemory(memory);
    return export == null ? serve(limits) : write(limits);
  }

  private int write(EngineLimits limits) {
    PrintWriter err = spec.commandLine().getErr();
    PageBundle.Written written =
        Viewer.export(
            folders,
            export,
            pages,
            limits,
            count -> {
              if (count % PAGES_A_LINE == 0) {
                err.println(Figures.count(count) + " pages …");
              }
            });
    PrintWriter out = spec.commandLine().getOut();
    out.println("Wrote %s pages: %s".formatted(Figures.count(written.pages()), export));
    if (written.leftOut() > 0) {
      out.println(
          "Links to %s other pages lead nowhere; --pages takes more of them."
              .formatted(Figures.count(written.leftOut())));
    }
    return ExitCode.COMPLETE.value();
  }

  private int serve(EngineLimits limits) throws InterruptedException {
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
