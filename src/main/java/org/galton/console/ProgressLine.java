package org.galton.console;

import static org.galton.report.Figures.format;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.job.draw.Progress;

/**
 * How far a sweep is: one line that is written over on a terminal, a line every half minute
 * elsewhere.
 */
public final class ProgressLine implements Consumer<Progress> {
  private final PrintWriter err;
  private final OptionalInt columns;
  private final Duration every;
  private long saidAt;
  private boolean open;
  private boolean ended;
  private Progress last;

  /**
   * @param columns of the terminal; empty where it is none
   */
  ProgressLine(PrintWriter err, OptionalInt columns) {
    this.err = err;
    this.columns = columns;
    this.every = columns.isPresent() ? Duration.ofMillis(250) : Duration.ofSeconds(30);
    this.saidAt = System.nanoTime();
  }

  public static ProgressLine on(PrintWriter err) {
    OptionalInt columns = Terminal.current().errors();
    // Writing over a line takes characters that other output is kept from.
    return new ProgressLine(
        columns.isPresent() ? new PrintWriter(System.err, false, Charset.defaultCharset()) : err,
        columns);
  }

  @Override
  public synchronized void accept(Progress progress) {
    last = progress;
    boolean complete = progress.done() == progress.total();
    if (ended || (!complete && System.nanoTime() - saidAt < every.toNanos())) {
      return;
    }
    saidAt = System.nanoTime();
    if (columns.isPresent()) {
      err.print("\r" + text(progress, columns.getAsInt() - 1) + "\u001b[K");
      open = true;
    } else {
      err.println(text(progress));
    }
    err.flush();
  }

  /** Leaves the last line standing. */
  public synchronized void end() {
    if (open) {
      err.println();
      err.flush();
    }
    open = false;
    ended = true;
  }

  /** What to say where a signal ends the sweep. */
  public synchronized String stopped(String output) {
    end();
    return last == null
        ? "Stopped. What is stored in %s is kept; the same command resumes.".formatted(output)
        : format(
            "Stopped. %,d of the %,d rollouts that this run draws are stored in %s; the same"
                + " command resumes.",
            last.done() - last.failures(), last.total(), output);
  }

  /** The most that fits: a line that breaks cannot be written over. */
  static String text(Progress progress, int columns) {
    String share = format("%.0f %%", percent(progress));
    String tokens = format("%,.0f tokens/s", progress.tokensPerSecond());
    String left = progress.left().map(time -> words(time) + " left").orElse("");
    String of = format("%,d of %,d", progress.drawn(), progress.total());
    String failed = progress.failures() == 0 ? "" : format("%,d failed", progress.failures());
    return Stream.of(
            text(progress),
            joined(of + " (" + share + ")", failed, tokens, left),
            joined(of, failed, tokens, left),
            joined(share, failed, tokens, left),
            joined(share, failed, left),
            joined(share, left),
            share)
        .filter(line -> line.length() <= columns)
        .findFirst()
        .orElse("");
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
  }

  private static double percent(Progress progress) {
    return 100.0 * progress.drawn() / Math.max(1, progress.total());
  }

  static String text(Progress progress) {
    return format(
        "%,d of %,d rollouts (%.0f %%), %,d failed, %,.0f tokens/s, %s",
        progress.drawn(),
        progress.total(),
        percent(progress),
        progress.failures(),
        progress.tokensPerSecond(),
        progress.left().map(left -> words(left) + " left").orElse("time left not known yet"));
  }

  private static String words(Duration duration) {
    return duration.toHours() > 0
        ? "%d h %02d min".formatted(duration.toHours(), duration.toMinutesPart())
        : "%d min %02d s".formatted(duration.toMinutes(), duration.toSecondsPart());
  }
}
