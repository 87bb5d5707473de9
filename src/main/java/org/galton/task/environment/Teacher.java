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
  };

  abstract Policy of(Environment environment);
}
