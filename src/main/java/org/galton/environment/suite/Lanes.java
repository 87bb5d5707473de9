package org.galton.environment.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.environment.Environment;
import org.galton.environment.State;

/**
 * Episodes of one environment side by side. A lane whose episode is over starts the next seed by
 * itself: at its next step, which then takes no action (reward 0), or within the same one. The
 * first lanes have seeds {@code seed}, {@code seed + 1} and so on. Immutable.
 *
 * @param lanes each the seed of its episode and where that is
 * @param next seed to start
 */
public record Lanes(Environment environment, Autoreset autoreset, List<Lane> lanes, long next) {
  /** When a lane starts again. */
  public enum Autoreset {
    NEXT_STEP,
    SAME_STEP
  }

  /**
   * An episode in its lane.
   *
   * @param ended the last state of the episode that this step ended and replaced; empty otherwise
   */
  public record Lane(long seed, State state, Optional<State> ended) {}

  public Lanes {
    lanes = List.copyOf(lanes);
  }

  public static Lanes start(Environment environment, Autoreset autoreset, int width, long seed) {
    List<Lane> lanes = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      lanes.add(started(environment, seed + i, Optional.empty()));
    }
    return new Lanes(environment, autoreset, lanes, seed + width);
  }

  private static Lane started(Environment environment, long seed, Optional<State> ended) {
    return new Lane(seed, State.start(environment, seed), ended);
  }

  /**
   * One step of every lane.
   *
   * @param actions by lane; that of a lane which starts again is not looked at
   * @throws IllegalArgumentException unless there is one for each lane
   */
  public Lanes step(List<Optional<String>> actions) {
    if (actions.size() != lanes.size()) {
      throw new IllegalArgumentException(
          "Cannot step %d lanes by %d actions: expected one for each"
              .formatted(lanes.size(), actions.size()));
    }
    List<Lane> stepped = new ArrayList<>(lanes.size());
    long seed = next;
    for (int i = 0; i < lanes.size(); i++) {
      Lane lane = lanes.get(i);
      if (lane.state().over()) {
        stepped.add(started(environment, seed++, Optional.empty()));
        continue;
      }
      State state = lane.state().step(actions.get(i));
      stepped.add(
          state.over() && autoreset == Autoreset.SAME_STEP
              ? started(environment, seed++, Optional.of(state))
              : new Lane(lane.seed(), state, Optional.empty()));
    }
    return new Lanes(environment, autoreset, stepped, seed);
  }
}
