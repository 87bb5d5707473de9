package org.galton.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.Stopping;
import org.galton.spec.InvalidInput;
import org.galton.view.Viewer;
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
      "Nothing is written, unless --labels lets you label rollouts: then labels, and nothing else,"
          + " go to the folder's table 'labels'."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton view runs/demo",
      "         ./galton view runs/demo --labels --as anna"
    })
final class ViewCommand implements Callable<Integer> {
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

  @Override
  public Integer call() throws InterruptedException {
    EngineLimits limits = EngineLimits.withDefaults().withMemory(memory);
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
