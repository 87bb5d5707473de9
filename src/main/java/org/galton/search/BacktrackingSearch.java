package org.galton.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The walk of a {@link BacktrackingSampler}, step by step. */
final class BacktrackingSearch<S> implements Search<S> {
  private final SeedStreams random;
  private final BacktrackingSampler.Output output;
  private final long walkSteps;
  private final int maxRestarts;

  /** From the root to where the walk stands. */
  private final Deque<Child<S>> path = new ArrayDeque<>();

  private S lastDrawn;
  private long inThisWalk;
  private long steps;
  private long backtracks;
  private long restarts;
  private long deadEnds;
  private long blocks;
  private long leafVisits;
  private boolean over;

  /**
   * @param walkSteps after which the walk is at an end
   * @param maxRestarts further walks after the first
   */
  BacktrackingSearch(
      S root, long seed, BacktrackingSampler.Output output, long walkSteps, int maxRestarts) {
    this.random = SeedStreams.of(seed);
    this.output = output;
    this.walkSteps = walkSteps;
    this.maxRestarts = maxRestarts;
    path.addLast(new Child<>(root, 0, false));
    lastDrawn = root;
  }

  /** Makes all steps that need no block. */
  @Override
  public List<Wish<S>> wishes(int ahead) {
    while (!over) {
      Child<S> here = path.getLast();
      if (inThisWalk == walkSteps
          || (here.ended() && output == BacktrackingSampler.Output.FIRST_LEAF)) {
        endWalk(here);
      } else if (random.uniform(2 * steps) < backwards(here)) {
        path.removeLast();
        backtracks++;
        tick();
      } else if (here.ended()) {
        tick();
      } else {
        return wishes(here, ahead);
      }
    }
    return List.of();
  }

  /** The blocks of this step and, as long as none is accepted, of those that follow. */
  private List<Wish<S>> wishes(Child<S> here, int ahead) {
    List<Wish<S>> wishes = new ArrayList<>();
    long last = Math.min(steps + ahead, steps + walkSteps - inThisWalk);
    for (long step = steps; step < last; step++) {
      if (step > steps && random.uniform(2 * step) < backwards(here)) {
        break;
      }
      wishes.add(new Wish<>(here.state(), random.block(step)));
    }
    return wishes;
  }

  /** Of the bound M on its children's values a whole completion has its own value. */
  private static double backwards(Child<?> here) {
    return here.ended() ? 0.5 : here.value() / (here.value() + 1);
  }

  private void endWalk(Child<S> here) {
    if (here.ended() || restarts == maxRestarts) {
      over = true;
      return;
    }
    restarts++;
    inThisWalk = 0;
    Child<S> root = path.getFirst();
    path.clear();
    path.addLast(root);
  }

  @Override
  public int hear(List<Child<S>> drawn) {
    int used = 0;
    boolean accepted = false;
    while (used < drawn.size() && !accepted) {
      Child<S> child = drawn.get(used);
      used++;
      blocks++;
      lastDrawn = child.state();
      if (child.value() == 0) {
        deadEnds++;
      }
      accepted = random.uniform(2 * steps + 1) < child.value();
      if (accepted) {
        path.addLast(child);
      }
      tick();
    }
    return used;
  }

  private void tick() {
    steps++;
    inThisWalk++;
    if (path.getLast().ended()) {
      leafVisits++;
    }
  }

  /** Of a walk that was given up at its root the block that was drawn last. */
  @Override
  public SearchEnd<S> end() {
    Child<S> here = path.getLast();
    return new SearchEnd<>(
        path.size() > 1 ? here.state() : lastDrawn,
        here.ended() ? SearchEnd.Kind.FOUND : SearchEnd.Kind.GIVEN_UP,
        new SearchCounts(steps, backtracks, restarts, deadEnds, blocks, leafVisits));
  }
}
