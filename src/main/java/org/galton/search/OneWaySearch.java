package org.galton.search;

import java.util.ArrayList;
import java.util.List;

/** From block to block, never back. */
final class OneWaySearch<S> implements Search<S> {
  private final SeedStreams random;
  private final OneWaySampler.Choice choice;
  private final int candidates;
  private Child<S> here;
  private boolean over;
  private long drawn;
  private long steps;
  private long deadEnds;

  OneWaySearch(S root, long seed, OneWaySampler.Choice choice, int candidates) {
    this.random = SeedStreams.of(seed);
    this.choice = choice;
    this.candidates = candidates;
    this.here = new Child<>(root, 0, false);
  }

  @Override
  public List<Wish<S>> wishes(int ahead) {
    List<Wish<S>> wishes = new ArrayList<>();
    if (!over) {
      for (int i = 0; i < candidates; i++) {
        wishes.add(new Wish<>(here.state(), random.block(drawn + i)));
      }
    }
    return wishes;
  }

  @Override
  public int hear(List<Child<S>> children) {
    Child<S> taken = null;
    for (int i = 0; i < children.size(); i++) {
      Child<S> child = children.get(i);
      if (child.value() == 0) {
        deadEnds++;
      }
      if (taken == null
          ? choice == OneWaySampler.Choice.BEST || random.uniform(drawn + i) < child.value()
          : choice == OneWaySampler.Choice.BEST && child.value() > taken.value()) {
        taken = child;
      }
    }
    drawn += children.size();
    if (taken == null) {
      // Given up: what was drawn last shows where.
      here = new Child<>(children.get(children.size() - 1).state(), 0, false);
      over = true;
    } else {
      steps++;
      here = taken;
      over = taken.ended();
    }
    return children.size();
  }

  @Override
  public SearchEnd<S> end() {
    SearchEnd.Kind kind =
        !here.ended()
            ? SearchEnd.Kind.GIVEN_UP
            : here.value() > 0 ? SearchEnd.Kind.FOUND : SearchEnd.Kind.WRONG;
    return new SearchEnd<>(
        here.state(),
        kind,
        new SearchCounts(steps, 0, 0, deadEnds, drawn, kind == SearchEnd.Kind.FOUND ? 1 : 0));
  }
}
