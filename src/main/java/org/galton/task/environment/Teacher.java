package org.galton.task.environment;

import org.galton.environment.Environment;
import org.galton.environment.Policy;

/** Whose turns the worked examples of an environment show. */
public enum Teacher {
  /** The rule that plays well. */
  SOLVER {
    @Override
    Policy of(Environment environment) {
      return environment.solver();
    }
  },

  /** Chance: an agent that learns from it acts as the rules allow, and knows nothing else. */
  RANDOM {
    @Override
    Policy of(Environment environment) {
      return environment.random();
    }
  },

  /** The solver in one turn of four, chance in the others: an agent that has yet to choose. */
  NOVICE {
    @Override
    Policy of(Environment environment) {
      Policy solver = environment.solver();
      Policy random = environment.random();
      return (marks, chance) ->
          (chance.nextInt(4) == 0 ? solver : random).action(marks, chance);
    }
  };

  abstract Policy of(Environment environment);
}
