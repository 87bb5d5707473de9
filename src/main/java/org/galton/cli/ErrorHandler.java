package org.galton.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.galton.console.ExitCode;
import org.galton.console.NumberRanges;
import org.galton.console.SpecAdvice;
import org.galton.console.Stopping;
import org.galton.job.run.Ending;
import org.galton.table.store.Unfinished;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns whatever ended a command into one message on standard error and an exit code: what the user
 * can correct into 2, everything else into 3.
 */
final class ErrorHandler implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final BooleanSupplier verbose;
  private final Stopping stopping;

  ErrorHandler(BooleanSupplier verbose, Stopping stopping) {
    this.verbose = verbose;
    this.stopping = stopping;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    List<String> advice = SpecAdvice.of(failure, args);
    if (advice.isEmpty()) {
      err.println(failure.getMessage() + expected(failure));
      UnmatchedArgumentException.printSuggestions(failure, err);
    }
    advice.forEach(err::println);
    err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.INVALID.value();
  }

  /** The numbers that an option takes, where it was given something else. */
  private static String expected(ParameterException failure) {
    return Optional.ofNullable(failure.getArgSpec())
        .filter(argument -> failure.getValue() != null)
        .flatMap(NumberRanges::of)
        .map(range -> ": expected " + range.text())
        .orElse("");
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    return end(failure, command);
  }

  /** Also for what picocli does not hand over, an {@link Error} before all. */
  int end(Throwable failure, CommandLine command) {
    PrintWriter err = command.getErr();
    if (stopping.isStopped() && !verbose.getAsBoolean()) {
      return ExitCode.UNFINISHED.value();
    }
    if (verbose.getAsBoolean()) {
      failure.printStackTrace(err);
    }
    String attempt = "finish '" + command.getCommandSpec().qualifiedName() + "'";
    Optional<RuntimeException> known = Ending.of(attempt, failure);
    if (known.isPresent()) {
      err.println(known.get().getMessage());
      return (known.get() instanceof Unfinished ? ExitCode.UNFINISHED : ExitCode.INVALID).value();
    }
    err.println("Cannot " + attempt + ": " + firstLine(failure));
    err.println("What is finished is kept; --verbose shows where it stopped.");
    return ExitCode.UNFINISHED.value();
  }

  private static String firstLine(Throwable failure) {
    String message = failure.getMessage();
    String kind = failure.getClass().getSimpleName();
    return message == null || message.isBlank()
        ? kind
        : kind + ": " + message.lines().findFirst().orElse("");
  }
}
