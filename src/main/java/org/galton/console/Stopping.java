package org.galton.console;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What a command says when Ctrl-C or a scheduler's SIGTERM ends it: one line, and nothing of what
 * Spark and the threads that it interrupts say while they stop. The exit code is the JVM's, 130 or
 * 143.
 */
public final class Stopping {
  /** Before Spark's own hook, which stops the jobs that threads wait for. */
  private static final int FIRST = 1_000;

  private volatile Supplier<String> line =
      () -> "Stopped. The same command begins again with what is stored.";
  private volatile boolean ended;
  private volatile boolean stopped;

  /** The root command, which has one. */
  public interface Owner {
    Stopping stopping();
  }

  /** For a command to name what a signal leaves behind. */
  public static Stopping of(CommandSpec command) {
    return ((Owner) command.root().userObject()).stopping();
  }

  /** From here on, a signal ends the process with a line on {@code err}. */
  public void listen(PrintWriter err, BooleanSupplier verbose) {
    ShutdownHookManager.get()
        .addShutdownHook(() -> say(err, verbose.getAsBoolean()), FIRST, 5, TimeUnit.SECONDS);
  }

  /** What to say from here on. */
  public void saying(Supplier<String> text) {
    line = text;
  }

  /** The command is done, whatever comes now is no interruption. */
  public void end() {
    ended = true;
  }

  /** Whether the process is ending by a signal, and whatever fails now fails for that. */
  public boolean isStopped() {
    return stopped;
  }

  private void say(PrintWriter err, boolean verbose) {
    if (ended) {
      return;
    }
    stopped = true;
    err.println(line.get());
    err.flush();
    if (!verbose) {
      Configurator.setAllLevels(LogManager.ROOT_LOGGER_NAME, Level.OFF);
      // Threads that are interrupted print their exceptions themselves.
      System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    }
  }
}
