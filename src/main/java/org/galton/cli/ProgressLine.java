package org.galton.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.galton.job.Progress;

/**
 * How far a sweep is: one line that is written over on a terminal, a line every half minute
 * elsewhere.
 */
final class ProgressLine implements Consumer<Progress> {
  private final PrintWriter err;
  private final boolean terminal;
  private final Duration every;
  private long saidAt;
  private boolean open;
  private boolean ended;
  private Progress last;

  private ProgressLine(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
    this.every = terminal ? Duration.ofMillis(250) : Duration.ofSeconds(30);
    this.saidAt = System.nanoTime();
  }

  static ProgressLine on(PrintWriter err) {
    boolean terminal = System.console() != null;
    // Writing over a line takes characters that other output is kept from.
    return new ProgressLine(terminal ? new PrintWriter(System.err) : err, terminal);
  }

  @Override
  public synchronized void accept(Progress progress) {
    last = progress;
    boolean complete = progress.done() == progress.total();
    if (ended || !complete && System.nanoTime() - saidAt < every.toNanos()) {
      return;
    }
    saidAt = System.nanoTime();
    String line = text(progress);
    if (terminal) {
      err.print("\r" + line + "\u001b[K");
      open = true;
    } else {
      err.println(line);
    }
    err.flush();
  }

  /** Leaves the last line standing. */
  synchronized void end() {
    if (open) {
      err.println();
      err.flush();
    }
    open = false;
    ended = true;
  }

  /** What to say where a signal ends the sweep. */
  synchronized String stopped(String output) {
    end();
    return last == null
        ? "Stopped. What is stored in %s is kept; the same command resumes.".formatted(output)
        : String.format(
            Locale.ROOT,
            "Stopped. %,d of the %,d rollouts that this run draws are stored in %s; the same"
                + " command resumes.",
            last.done() - last.failures(),
            last.total(),
            output);
  }

  static String text(Progress progress) {
    return String.format(
        Locale.ROOT,
        "%,d of %,d rollouts (%.0f %%), %,d failed, %,.0f tokens/s, %s",
        progress.done(),
        progress.total(),
        100.0 * progress.done() / Math.max(1, progress.total()),
        progress.failures(),
        progress.tokensPerSecond(),
        progress.left().map(left -> words(left) + " left").orElse("first file not yet written"));
  }

  private static String words(Duration duration) {
    return duration.toHours() > 0
        ? "%d h %02d min".formatted(duration.toHours(), duration.toMinutesPart())
        : "%d min %02d s".formatted(duration.toMinutes(), duration.toSecondsPart());
  }
}
