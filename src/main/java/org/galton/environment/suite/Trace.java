package org.galton.environment.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.environment.Environment;
import org.galton.environment.Policy;
import org.galton.environment.State;

/**
 * An episode by its seed and what was done in it.
 *
 * @param rewards of the steps
 */
public record Trace(long seed, List<String> actions, List<Double> rewards, State last) {
  public Trace {
    actions = List.copyOf(actions);
    rewards = List.copyOf(rewards);
  }

  /** Plays an episode by a policy, from its start to its end. */
  public static Trace play(Environment environment, long seed, Policy policy) {
    List<String> actions = new ArrayList<>();
    List<Double> rewards = new ArrayList<>();
    State state = State.start(environment, seed);
    while (!state.over()) {
      String action = policy.action(state.world().marks(), Policy.chance(seed, state.turn()));
      state = state.step(Optional.of(action));
      actions.add(action);
      rewards.add(state.reward());
    }
    return new Trace(seed, actions, rewards, state);
  }
}
