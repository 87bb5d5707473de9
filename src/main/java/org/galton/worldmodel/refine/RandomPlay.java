package org.galton.worldmodel.refine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.numerics.PortableStream;
import org.galton.worldmodel.GameState;
import org.galton.worldmodel.WorldFault;

/**
 * Whether a game that is played by chance ends without a fault of the program.
 *
 * @param number of the game
 */
record RandomPlay(int number) implements Check<Model> {
  private static final int LONGEST = 500;

  static List<Check<Model>> of(int games) {
    List<Check<Model>> all = new ArrayList<>();
    for (int number = 0; number < games; number++) {
      all.add(new RandomPlay(number));
    }
    return all;
  }

  @Override
  public Optional<Failure> failure(Model program) {
    PortableStream random = PortableStream.of(0, "random play", "game", number);
    try {
      GameState state = program.world().start();
      for (int step = 0; step < LONGEST; step++) {
        state.observations();
        state.rewards();
        if (state.over()) {
          return Optional.empty();
        }
        List<String> legal = state.legal();
        if (legal.isEmpty()) {
          return failed(
              "state %s, which is not over, has no legal action".formatted(state.value()));
        }
        state = state.after(legal.get(random.below(legal.size())));
      }
      return failed("no end after %d steps".formatted(LONGEST));
    } catch (WorldFault e) {
      return failed(e.getMessage());
    }
  }

  private static Optional<Failure> failed(String found) {
    return Optional.of(new Failure("a game of random actions", "an end without a fault", found));
  }
}
