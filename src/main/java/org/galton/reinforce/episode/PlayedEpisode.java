package org.galton.reinforce.episode;

import org.galton.environment.Play;
import org.galton.reward.advantage.Returns;

/**
 * An episode that has ended, as rewards look at it. Arrays are the reader's.
 *
 * @param rewards that the environment gave, turn by turn; at least one
 * @param calls of tools
 * @param discount of rewards, turn by turn
 */
public record PlayedEpisode(double[] rewards, int calls, double discount) {

  public static PlayedEpisode of(Play play, double discount) {
    return new PlayedEpisode(
        play.played().stream().mapToDouble(turn -> turn.state().reward()).toArray(),
        (int) play.played().stream().filter(turn -> turn.state().call().isPresent()).count(),
        discount);
  }

  public int turns() {
    return rewards.length;
  }

  /** The discounted sum of the environment's rewards. */
  public double earned() {
    return returns()[0];
  }

  /** The return of each turn by the environment's rewards. */
  public double[] returns() {
    return new Returns(discount).of(rewards);
  }

  /** The same where the whole episode has one reward, which its last turn earns. */
  public double[] returns(double reward) {
    double[] last = new double[rewards.length];
    last[last.length - 1] = reward;
    return new Returns(discount).of(last);
  }
}
