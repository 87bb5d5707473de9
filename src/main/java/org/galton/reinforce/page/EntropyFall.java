package org.galton.reinforce.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Whether the entropy of the next token has collapsed: over five steps on end its mean is below a
 * tenth of what it was over the first five. The tenth is Galton's own; entropies of different
 * models and tasks do not compare, so that no fixed number of nats would do.
 *
 * @param seen steps with an entropy
 * @param startSum over the first {@link #STEPS} of them
 * @param recent the last {@link #STEPS} of them, the latest last
 * @param collapsedAt the first step at which it was so; 0 for none
 */
record EntropyFall(int seen, double startSum, List<Double> recent, int collapsedAt) {
  static final int STEPS = 5;
  static final double SHARE = 0.1;
  static final EntropyFall NONE = new EntropyFall(0, 0, List.of(), 0);

  EntropyFall after(int step, OptionalDouble entropy) {
    if (entropy.isEmpty()) {
      return this;
    }
    double nats = entropy.getAsDouble();
    List<Double> last = new ArrayList<>(recent);
    last.add(nats);
    if (last.size() > STEPS) {
      last.remove(0);
    }
    EntropyFall next =
        new EntropyFall(
            seen + 1, seen < STEPS ? startSum + nats : startSum, List.copyOf(last), collapsedAt);
    return next.collapsedAt == 0 && next.isBelow()
        ? new EntropyFall(next.seen, next.startSum, next.recent, step)
        : next;
  }

  private boolean isBelow() {
    return threshold().isPresent() && mean() < threshold().getAsDouble();
  }

  boolean isCollapsed() {
    return collapsedAt > 0;
  }

  /** Mean over the first steps; nothing before there are as many. */
  OptionalDouble start() {
    return seen < STEPS ? OptionalDouble.empty() : OptionalDouble.of(startSum / STEPS);
  }

  OptionalDouble threshold() {
    OptionalDouble start = start();
    return start.isPresent() ? OptionalDouble.of(SHARE * start.getAsDouble()) : start;
  }

  /** Over the last steps. */
  double mean() {
    return recent.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }
}
