package org.galton.cli;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;
import org.galton.cli.bench.BenchCommand;
import org.galton.cli.imports.ImportCommand;
import org.galton.cli.shell.CompletionCommand;
import org.galton.cli.shell.ManCommand;
import org.galton.cli.sweep.PlanCommand;
import org.galton.cli.sweep.ReportCommand;
import org.galton.cli.sweep.RolloutCommand;
import org.galton.cli.sweep.ScoreCommand;
import org.galton.cli.sweep.SummarizeCommand;
import org.galton.cli.sweep.SweepCommand;
import org.galton.cli.upkeep.CheckCommand;
import org.galton.cli.upkeep.CompactCommand;
import org.galton.cli.upkeep.ExpireCommand;
import org.galton.console.ExitCode;
import org.galton.console.Footer;
import org.galton.console.NumberRanges;
import org.galton.console.PlainWriter;
import org.galton.console.Stopping;
import org.galton.console.Terminal;
import org.galton.console.Versions;
import org.galton.spec.InvalidInput;
import org.galton.study.Studies;
import org.galton.study.Study;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code galton}: knows its subcommands and what they have in common. */
@Command(
    name = "galton",
    description = "Hundreds of rollouts per prompt, and the statistics that they are drawn for.",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Options for Spark stand before the command and are those of spark-submit:",
      "  ./galton --master spark://host:7077 --conf spark.executor.cores=2 sql \"SELECT 1\"",
      "cluster-conf/ holds properties for clusters, as in",
      "  ./galton --properties-file cluster-conf/yarn.conf sweep jobs/nightly.yaml",
      "",
      "Exit codes: 0 complete, 1 finished with failures or a gate missed, 2 wrong usage or input,",
      "3 could not finish."
    })
public final class Galton implements Runnable, Stopping.Owner {
  private static final List<Class<?>> OF_SWEEPS =
      List.of(
          SweepCommand.class,
          PlanCommand.class,
          RolloutCommand.class,
          ScoreCommand.class,
          SummarizeCommand.class,
          ReportCommand.class);

  private static final List<Class<?>> OTHERS =
      List.of(
          AgainCommand.class,
          ViewCommand.class,
          SqlCommand.class,
          CompactCommand.class,
          ExpireCommand.class,
          CheckCommand.class,
          ImportCommand.class,
          GenerateCommand.class,
          ServeCommand.class,
          TrainCommand.class,
          ReinforceCommand.class,
          BenchCommand.class,
          CompletionCommand.class,
          ManCommand.class,
          VersionCommand.class);

  @Spec private CommandSpec spec;

  private final Stopping stopping = new Stopping();

  private boolean verbose;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Log what Galton and Spark do, and print stack traces.")
  void verbose(boolean wanted) {
    verbose = wanted;
    if (wanted) {
      Configurator.setAllLevels(LogManager.ROOT_LOGGER_NAME, Level.INFO);
    }
  }

  boolean verbose() {
    return verbose;
  }

  @Override
  public Stopping stopping() {
    return stopping;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  public static void main(String[] args) {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    CommandLine command;
    try {
      command = commandLine();
    } catch (InvalidInput e) {
      System.err.println(e.getMessage());
      System.exit(ExitCode.INVALID.value());
      return;
    }
    endWithAnyThread(command);
    Galton galton = command.getCommand();
    galton.stopping.listen(command.getErr(), galton::verbose);
    int exitCode = run(command, args);
    galton.stopping.end();
    command.getOut().flush();
    command.getErr().flush();
    System.exit(exitCode);
  }

  /** Runs a command; whatever ends it, the exit code is one of ours. */
  public static int run(CommandLine command, String... args) {
    try {
      return command.execute(args);
    } catch (Error e) { // picocli handles exceptions only, and the JVM would exit with 1.
      return ((ErrorHandler) command.getExecutionExceptionHandler()).end(e, deepest(command));
    }
  }

  /** The subcommand that was asked for, as far as the arguments were read. */
  private static CommandLine deepest(CommandLine command) {
    ParseResult parsed = command.getParseResult();
    while (parsed != null && parsed.hasSubcommand()) {
      parsed = parsed.subcommand();
    }
    return parsed == null ? command : parsed.commandSpec().commandLine();
  }

  /**
   * An engine's thread that dies of an {@link Error} would leave the command waiting for it for
   * ever.
   */
  private static void endWithAnyThread(CommandLine command) {
    ErrorHandler errors = (ErrorHandler) command.getExecutionExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> {
          if (failure instanceof VirtualMachineError) {
            int exitCode = errors.end(failure, deepest(command));
            command.getErr().flush();
            System.exit(exitCode);
          }
          failure.printStackTrace();
        });
  }

  /** What picocli can do with is at least 55. */
  private static int helpWidth(Terminal terminal) {
    OptionalInt known = terminal.output().isPresent() ? terminal.output() : terminal.errors();
    return Math.max(55, known.orElse(80));
  }

  /** A jar's study may bring any name. */
  private static Class<?> checked(Study study) {
    if (Stream.concat(OF_SWEEPS.stream(), OTHERS.stream())
        .map(command -> command.getAnnotation(Command.class).name())
        .anyMatch(study.name()::equals)) {
      throw new InvalidInput(
          "The study %s is called '%s', as a command of Galton is: rename it, or leave its jar out"
              .formatted(study.getClass().getName(), study.name()));
    }
    return study.command();
  }

  public static CommandLine commandLine() {
    Galton galton = new Galton();
    ErrorHandler errors = new ErrorHandler(galton::verbose, galton.stopping);
    CommandLine command = new CommandLine(galton);
    Stream.of(OF_SWEEPS.stream(), Studies.all().stream().map(Galton::checked), OTHERS.stream())
        .flatMap(commands -> commands)
        .forEach(command::addSubcommand);
    command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER, Footer::of);
    return command
        .setHelpSectionMap(command.getHelpSectionMap())
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors)
        .setExecutionStrategy(NumberRanges::execute)
        .setOut(PlainWriter.on(System.out))
        .setErr(PlainWriter.on(System.err))
        .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
        .setUsageHelpWidth(helpWidth(Terminal.current()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false);
  }
}
