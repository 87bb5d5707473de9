package org.galton.game.walk;

import java.util.Collections;
import java.util.List;
import org.galton.game.Position;
import org.jspecify.annotations.Nullable;

/**
 * A walk after some steps. Each holds its last step and the position before it, so that one step
 * more costs the same however long the walk is.
 */
final class WalkPosition implements Position {
  private final Walker walker;
  private final long seed;
  private final int steps;
  private final @Nullable WalkPosition before;
  private final @Nullable Step last;
  private final Found found;
  private final String source;

  WalkPosition(Walker walker, long seed) {
    this.walker = walker;
    this.seed = seed;
    this.steps = 0;
    this.before = null;
    this.last = null;
    this.found = new Found(List.of(walker.origin()));
    this.source = walker.origin();
  }

  private WalkPosition(WalkPosition before, Step last) {
    this.walker = before.walker;
    this.seed = before.seed;
    this.steps = before.steps + 1;
    this.before = before;
    this.last = last;
    this.found = last.target().map(before.found::with).orElse(before.found);
    this.source =
        switch (walker.rules().sampler()) {
          case CHAIN -> last.target().orElse(last.source());
          case POOL -> found.states().get(Chance.below(found.states().size(), seed, steps));
        };
  }

  @Override
  public List<String> turns() {
    return over()
        ? List.of()
        : Collections.nCopies(walker.rules().votes().draws(), walker.text().question(source));
  }

  @Override
  public Position after(List<String> answers) {
    int expected = over() ? 0 : walker.rules().votes().draws();
    if (over() || answers.size() != expected) {
      throw new IllegalArgumentException(
          "Cannot walk on with %d answers: expected %d, one for each turn"
              .formatted(answers.size(), expected));
    }
    return new WalkPosition(this, walker.step(source, answers));
  }

  @Override
  public boolean over() {
    return steps == walker.rules().steps();
  }

  @Override
  public String transcript() {
    Step[] taken = new Step[steps];
    for (WalkPosition at = this; at != null && at.last != null; at = at.before) {
      taken[at.steps - 1] = at.last;
    }
    return WalkTranscript.write(List.of(taken));
  }
}
