package org.galton.study.junk;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code galton junk}: from posts to what they do to a model. */
@Command(
    name = "junk",
    description = {
      "Study what junk data does to a model, after \"Brain Rot\" (arXiv:2510.13928).",
      "",
      "Call posts junk, mix them at doses of equal size, measure how scores answer to the dose and"
          + " how wrong answers fail. Models are trained elsewhere, on the mixtures."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "STEP",
    subcommands = {
      LabelCommand.class,
      MixCommand.class,
      DoseCommand.class,
      FailuresCommand.class,
      SimulateCommand.class
    },
    footer = {
      "",
      "Example: ./galton junk label --input examples/posts.csv",
      "         ./galton junk dose --input examples/doses.csv"
    })
public final class JunkCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing step");
  }
}
