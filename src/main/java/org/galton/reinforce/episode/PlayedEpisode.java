package org.galton.reinforce.episode;

import org.galton.environment.Play;
import org.galton.environment.team.TeamPlay;
import org.galton.reward.advantage.Returns;
import org.galton.task.Verdict;

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

  /** The work of a team: a turn is one of the planner's, and the verdict is the last one's. */
  public static PlayedEpisode of(TeamPlay work, Verdict verdict) {
    double[] rewards = new double[work.turn()];
    rewards[rewards.length - 1] = verdict.reward();
    return new PlayedEpisode(rewards, rewards.length, 1);
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
