package org.galton.statistics.rate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.galton.numerics.Expect;
import org.galton.statistics.Tally;

/**
 * One prompt's rollouts ordered by score, equal scores together.
 *
 * @param unscored rollouts without a score; they rank below all others
 * @param blocks rollouts of equal score, from the lowest score to the highest
 */
public record Ranking(Tally unscored, List<Block> blocks) {

  /**
   * Rollouts of one score.
   *
   * @param score a finite number
   * @param rollouts how many have it, and how many of them are right
   */
  public record Block(double score, Tally rollouts) {

    public Block {
      Expect.that(Double.isFinite(score), "score", score, "a finite number");
      Expect.that(rollouts.rollouts() >= 1, "rollouts", rollouts.rollouts(), "1 or more");
    }
  }

  public Ranking {
    blocks = List.copyOf(blocks);
    for (int i = 1; i < blocks.size(); i++) {
      double score = blocks.get(i).score();
      double before = blocks.get(i - 1).score();
      if (!(before < score)) {
        Expect.that(false, "score", score, "above the one before it (" + before + ")");
      }
    }
  }

  /** The ranking of these rollouts, in any order. */
  public static Ranking of(Collection<ScoredRollout> rollouts) {
    Tally unscored = new Tally(0, 0);
    TreeMap<Double, Tally> byScore = new TreeMap<>();
    for (ScoredRollout rollout : rollouts) {
      Tally one = new Tally(1, rollout.correct() ? 1 : 0);
      if (rollout.score().isEmpty()) {
        unscored = together(unscored, one);
      } else {
        // Adding 0.0 turns -0.0 into 0.0, which a sorted map would take for another score.
        byScore.merge(rollout.score().getAsDouble() + 0.0, one, Ranking::together);
      }
    }
    List<Block> blocks = new ArrayList<>();
    byScore.forEach((score, tally) -> blocks.add(new Block(score, tally)));
    return new Ranking(unscored, blocks);
  }

  /** All rollouts, scored or not. */
  public Tally tally() {
    int rollouts = unscored.rollouts();
    int correct = unscored.correct();
    for (Block block : blocks) {
      rollouts += block.rollouts().rollouts();
      correct += block.rollouts().correct();
    }
    return new Tally(rollouts, correct);
  }

  private static Tally together(Tally a, Tally b) {
    return new Tally(a.rollouts() + b.rollouts(), a.correct() + b.correct());
  }
}
