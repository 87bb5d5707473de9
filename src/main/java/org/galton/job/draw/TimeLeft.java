package org.galton.job.draw;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long a job of many rollouts still takes, at the rate of the last half of its time. It is
 * known once the rate has settled: that of the last quarter of the time is within a quarter of the
 * one of the quarter before. Models that load, and first rollouts that end all at once, come
 * before.
 *
 * <pre>
 *   rate(a, b) = (drawn(b) - drawn(a)) / (b - a),     left = (total - drawn) / rate(t / 2, t)
 *   settled    : t at least 4 s, and |rate(3t/4, t) - rate(t/2, 3t/4)| at most rate(t/2, 3t/4) / 4
 * </pre>
 */
final class TimeLeft {
  private static final Duration SOONEST = Duration.ofSeconds(4);
  private static final double SETTLED = 0.25;

  /** Counts that are kept, as parts of the time so far: more tell no more. */
  private static final int FINEST = 200;

  private record Seen(double seconds, long drawn) {}

  private final long total;
  private final List<Seen> seen = new ArrayList<>(List.of(new Seen(0, 0)));
  private boolean settled;

  TimeLeft(long total) {
    this.total = total;
  }

  /**
   * @param elapsed since the job began, not before the last one
   * @param drawn rollouts by then
   */
  void add(Duration elapsed, long drawn) {
    double now = elapsed.toNanos() / 1e9;
    seen.removeIf(earlier -> earlier.seconds() > 0 && earlier.seconds() < now / 4);
    if (seen.size() > 2 && now - seen.get(seen.size() - 2).seconds() < now / FINEST) {
      seen.remove(seen.size() - 1);
    }
    seen.add(new Seen(now, drawn));
    double before = rate(now / 2, 3 * now / 4);
    double after = rate(3 * now / 4, now);
    settled |=
        elapsed.compareTo(SOONEST) >= 0
            && before > 0
            && Math.abs(after - before) <= SETTLED * before;
  }

  /** Empty before the rate has settled, or where nothing was drawn of late. */
  Optional<Duration> known() {
    Seen last = seen.get(seen.size() - 1);
    if (last.drawn() >= total) {
      return Optional.of(Duration.ZERO);
    }
    double rate = rate(last.seconds() / 2, last.seconds());
    return settled && rate > 0
        ? Optional.of(Duration.ofMillis(Math.round(1000 * (total - last.drawn()) / rate)))
        : Optional.empty();
  }

  private double rate(double from, double to) {
    return to > from ? (drawn(to) - drawn(from)) / (to - from) : 0;
  }

  /** Between two counts as much as lies between them. */
  private double drawn(double seconds) {
    for (int i = seen.size() - 1; i > 0; i--) {
      Seen before = seen.get(i - 1);
      if (before.seconds() <= seconds) {
        Seen after = seen.get(i);
        double share =
            after.seconds() == before.seconds()
                ? 1
                : Math.min(1, (seconds - before.seconds()) / (after.seconds() - before.seconds()));
        return before.drawn() + share * (after.drawn() - before.drawn());
      }
    }
    return 0;
  }
}
