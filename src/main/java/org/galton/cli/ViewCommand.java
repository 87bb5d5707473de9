package org.galton.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.Stopping;
import org.galton.report.Figures;
import org.galton.spec.InvalidInput;
import org.galton.view.Viewer;
import org.galton.view.bundle.PageBundle;
import org.galton.view.engine.EngineLimits;
import org.galton.view.label.Labeller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code galton view}: pages over output folders; needs no Spark session. */
@Command(
    name = "view",
    description = {
      "Open a local web page over the tables of output folders, and print its address.",
      "",
      "Nothing is written into DIR, unless --labels lets you label rollouts: then labels, and nothing"
          + " else, go to its table 'labels'."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton view runs/demo",
      "         ./galton view runs/demo --labels --as anna"
    })
final class ViewCommand implements Callable<Integer> {
  private static final int PAGES_A_LINE = 500;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      arity = "1..*",
      converter = HomePath.class,
      description = "Output folder that holds the tables. Nothing else is read.")
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
      names = "--labels",
      description =
          "Label rollouts by hand: right, wrong or doubtful, with tags and a note. Labels that are"
              + " there already are shown without it, too.")
  private boolean labels;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "Whose labels they are (default: the user's name).")
  private String name;

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
    if (labels && export != null) {
      throw new InvalidInput(
          "Cannot label with --export: files take no labels; leave out --labels or --export");
    }
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
    Optional<Labeller> labeller = labeller();
    try (Viewer viewer = Viewer.start(folders, port, limits, labeller)) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(viewer.address());
      labeller.ifPresent(one -> out.println("Labels are written as '" + one.name() + "'."));
      out.flush();
      new CountDownLatch(1).await(); // Until Ctrl-C.
    }
    return ExitCode.COMPLETE.value();
  }

  private Optional<Labeller> labeller() {
    if (!labels && name != null) {
      throw new InvalidInput(
          "Cannot label as '%s': nothing is labelled without --labels; add it, or leave out --as"
              .formatted(name));
    }
    return labels
        ? Optional.of(new Labeller(name == null ? System.getProperty("user.name", "") : name))
        : Optional.empty();
  }
}
