package org.galton.search;

import java.util.ArrayList;
import java.util.List;

/** From block to block, never back. */
final class OneWaySearch<S> implements Search<S> {
  private final SeedStreams random;
  private final OneWaySampler.Choice choice;
  private final int candidates;
  private final List<Child<S>> heard = new ArrayList<>();
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
      for (int i = heard.size(); i < candidates; i++) {
        wishes.add(new Wish<>(here.state(), random.block(drawn + i)));
      }
    }
    return wishes;
  }

  /** Decides once it has heard of all candidates: of some alone another one might be taken. */
  @Override
  public int hear(List<Child<S>> children) {
    heard.addAll(children);
    if (heard.size() == candidates) {
      decide();
      heard.clear();
    }
    return children.size();
  }

  private void decide() {
    Child<S> taken = null;
    for (int i = 0; i < heard.size(); i++) {
      Child<S> child = heard.get(i);
      if (child.value() == 0) {
        deadEnds++;
      }
      if (taken == null
          ? choice == OneWaySampler.Choice.BEST || random.uniform(drawn + i) < child.value()
          : choice == OneWaySampler.Choice.BEST && child.value() > taken.value()) {
        taken = child;
      }
    }
    drawn += heard.size();
    if (taken == null) {
      // Given up: what was drawn last shows where.
      here = new Child<>(heard.get(heard.size() - 1).state(), 0, false);
      over = true;
    } else {
      steps++;
      here = taken;
      over = taken.ended();
    }
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
