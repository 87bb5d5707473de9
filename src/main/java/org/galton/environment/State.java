package org.galton.environment;

import java.util.Optional;

/**
 * What a step, or the start, has led to. Immutable: {@link #step} is a function of the state and
 * the action.
 *
 * @param turn steps so far
 * @param observation what the agent is shown
 * @param reward of the last step: {@value #FORMAT_ERROR} for one that was no action
 * @param terminated whether the rules ended the episode
 * @param truncated whether the limit of turns did
 * @param formatError whether the last step was no action
 * @param won whether the goal is reached
 * @param call of a tool in the last step
 */
public record State(
    Environment environment,
    World world,
    int turn,
    String observation,
    double reward,
    boolean terminated,
    boolean truncated,
    boolean formatError,
    boolean won,
    Optional<ToolCall> call) {
  /** Reward of a step that was no action. */
  public static final double FORMAT_ERROR = -0.1;

  /** Before the first step. */
  public static State start(Environment environment, long seed) {
    World world = environment.start(seed);
    return new State(
        environment, world, 0, world.text(), 0, false, false, false, false, Optional.empty());
  }

  public boolean over() {
    return terminated || truncated;
  }

  /** How the episode ended, in words; empty where it goes on. */
  public String outcome() {
    return outcome(terminated, truncated, formatError, won);
  }

  /** The same of a state that was stored. */
  public static String outcome(
      boolean terminated, boolean truncated, boolean formatError, boolean won) {
    if (won) {
      return "won";
    }
    if (formatError) {
      return "format error";
    }
    return terminated ? "lost" : truncated ? "limit of turns" : "";
  }

  /**
   * The state after an action.
   *
   * @param action as read from an answer; empty where there was none
   * @throws IllegalStateException when the episode is over
   */
  public State step(Optional<String> action) {
    if (over()) {
      throw new IllegalStateException(
          "Cannot step in %s: the episode is over after %d turns"
              .formatted(environment.id(), turn));
    }
    Effect effect =
        action.map(world::after).orElseGet(() -> new Effect.Misread("an answer in a box"));
    int now = turn + 1;
    boolean last = now >= environment.turnLimit();
    if (effect instanceof Effect.Misread misread) {
      return new State(
          environment,
          world,
          now,
          "No action was found: expected %s. The episode ends.".formatted(misread.expected()),
          FORMAT_ERROR,
          true,
          false,
          true,
          false,
          Optional.empty());
    }
    if (effect instanceof Effect.Refused refused) {
      return new State(
          environment, world, now, refused.why(), 0, false, last, false, false, Optional.empty());
    }
    Effect.Moved moved = (Effect.Moved) effect;
    boolean ended = moved.ending() != Effect.Ending.GOES_ON;
    boolean cut = !ended && last;
    return new State(
        environment,
        moved.world(),
        now,
        moved.world().text(),
        moved.reward() + (cut ? moved.world().rewardAtLimit() : 0),
        ended,
        cut,
        false,
        moved.ending() == Effect.Ending.WON,
        moved.call());
  }
}
