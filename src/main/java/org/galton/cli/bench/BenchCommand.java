package org.galton.cli.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code galton bench}: measurements of this machine. */
@Command(
    name = "bench",
    description = "Measure how fast this machine is.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DecodeBenchCommand.class,
      PrefixBenchCommand.class,
      SamplerBenchCommand.class,
      SweepBenchCommand.class,
      FitBenchCommand.class,
      EmergenceBenchCommand.class,
      BalanceBenchCommand.class,
      MathBenchCommand.class,
      AllocateBenchCommand.class,
      EnvironmentsBenchCommand.class,
      ScaleBenchCommand.class,
      StartsBenchCommand.class,
      StatsBenchCommand.class,
      LeaderboardBenchCommand.class,
      AllBenchCommand.class
    },
    footer = {"", "Example: ./galton bench decode"})
public final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}
