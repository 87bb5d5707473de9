package org.galton.job.run;

import java.io.FileNotFoundException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.spark.SparkThrowable;
import org.galton.spec.InvalidInput;
import org.galton.table.store.Unfinished;

/**
 * Tells by what ended a piece of work whether the same command can help: {@link Unfinished} where
 * it can, {@link InvalidInput} where it would end in the same way again.
 */
public final class Ending {
  private static final int MOST_CAUSES = 100;

  private Ending() {}

  /**
   * What a user is told, or nothing where the failure is of no known kind.
   *
   * @param attempt as in "Cannot {attempt}: …"
   */
  public static Optional<RuntimeException> of(String attempt, Throwable failure) {
    List<Throwable> causes = causes(failure);
    for (Throwable cause : causes) {
      if (cause instanceof InvalidInput || cause instanceof Unfinished || isOurRefusal(cause)) {
        return Optional.of((RuntimeException) cause);
      }
    }
    Optional<RuntimeException> file = ofFile("Cannot " + attempt + ": ", causes);
    if (file.isPresent()) {
      return file;
    }
    return causes.stream()
        .flatMap(cause -> known("Cannot " + attempt + ": ", cause).stream())
        .findFirst();
  }

  /** A file that Spark opened and cannot read, unless it is the way to it that failed. */
  private static Optional<RuntimeException> ofFile(String begin, List<Throwable> causes) {
    Throwable root = causes.get(causes.size() - 1);
    if (root instanceof SocketException
        || root instanceof SocketTimeoutException
        || root instanceof UnknownHostException
        || root instanceof VirtualMachineError
        || root instanceof FileNotFoundException) {
      return Optional.empty();
    }
    return causes.stream()
        .filter(cause -> cause instanceof SparkThrowable error && isUnreadableFile(error))
        .findFirst()
        .map(
            cause ->
                new InvalidInput(
                    begin
                        + shown(firstLine(cause))
                        + " ("
                        + firstLine(root)
                        + "); expected a whole file in a codec that is here, such as zstd; write or"
                        + " copy it again",
                    cause));
  }

  private static boolean isUnreadableFile(SparkThrowable error) {
    return error.getCondition() != null
        && (error.getCondition().startsWith("FAILED_READ_FILE")
            || error.getCondition().startsWith("CANNOT_READ_FILE_FOOTER"));
  }

  private static String shown(String reason) {
    return reason
        .replaceFirst("Encountered error while reading file file:/*", "cannot read /")
        .replaceFirst("[.]?\\s*$", "");
  }

  private static Optional<RuntimeException> known(String begin, Throwable cause) {
    String reason = firstLine(cause);
    if (cause instanceof OutOfMemoryError) {
      return Optional.of(
          new Unfinished(
              begin
                  + "its memory is full ("
                  + reason
                  + "); run the same command with more, such as --driver-memory 8g before the"
                  + " command, on a cluster --executor-memory as well",
              cause));
    }
    if (cause instanceof StackOverflowError) {
      return Optional.of(
          new InvalidInput(
              begin + "its input is nested too deep; expected a flatter query, spec or file",
              cause));
    }
    if (cause instanceof ExceptionInInitializerError && cause.getCause() != null) {
      return Optional.empty();
    }
    if (cause instanceof LinkageError) {
      return Optional.of(
          new Unfinished(
              begin
                  + "a part of this installation is missing or of another version ("
                  + cause.getClass().getSimpleName()
                  + " "
                  + reason
                  + "); build it again with ./mvnw clean package, then run the same command again",
              cause));
    }
    if (isTheInputs(cause)) {
      return Optional.of(new InvalidInput(begin + reason, cause));
    }
    return Optional.empty();
  }

  private static boolean isTheInputs(Throwable cause) {
    return (cause instanceof SparkThrowable error && isTheInputs(error))
        || cause instanceof UnsupportedFileSystemException
        || cause instanceof URISyntaxException
        || (cause instanceof ArithmeticException && firstLine(cause).contains("overflow"));
  }

  /**
   * SQL states of class 22 are values that a function does not take, of class 42 syntax and unknown
   * names, of class 54 limits that a query or a value goes beyond.
   */
  public static boolean isTheInputs(SparkThrowable error) {
    String state = error.getSqlState();
    return state != null
        && (state.startsWith("22") || state.startsWith("42") || state.startsWith("54"));
  }

  /** What our code refuses is the user's mistake; what a library refuses is ours. */
  private static boolean isOurRefusal(Throwable cause) {
    StackTraceElement[] trace = cause.getStackTrace();
    return cause instanceof IllegalArgumentException
        && trace.length > 0
        && trace[0].getClassName().startsWith("org.galton.");
  }

  /** Spark begins its messages with the name of an error class and ends them with an SQL state. */
  public static String firstLine(Throwable error) {
    String message = error.getMessage() == null ? "" : error.getMessage().strip();
    return message
        .lines()
        .findFirst()
        .orElse(error.getClass().getSimpleName())
        .replaceFirst("^\\[[A-Z0-9_.]+] ", "")
        .replaceFirst("[.]? SQLSTATE.*$", "");
  }

  /** The failure and what caused it, outermost first; a chain may lead back into itself. */
  static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = failure;
        cause != null && causes.size() < MOST_CAUSES;
        cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }
}
