package org.galton.job.figure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.galton.statistics.Tally;
import org.galton.statistics.rate.Ranking;

/** A scorer's scores of one prompt's right and wrong rollouts; their order carries no meaning. */
public final class ScoreCounts implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double[] NONE = {};

  private double[] right = NONE;
  private double[] wrong = NONE;
  private int rights;
  private int wrongs;

  public void add(double score, long correct) {
    // Adding 0.0 turns -0.0 into 0.0, which sorts as another score.
    if (correct == 1) {
      right = withRoom(right, rights + 1);
      right[rights++] = score + 0.0;
    } else {
      wrong = withRoom(wrong, wrongs + 1);
      wrong[wrongs++] = score + 0.0;
    }
  }

  public void add(ScoreCounts other) {
    right = withRoom(right, rights + other.rights);
    System.arraycopy(other.right, 0, right, rights, other.rights);
    rights += other.rights;
    wrong = withRoom(wrong, wrongs + other.wrongs);
    System.arraycopy(other.wrong, 0, wrong, wrongs, other.wrongs);
    wrongs += other.wrongs;
  }

  private static double[] withRoom(double[] scores, int wanted) {
    return wanted <= scores.length
        ? scores
        : Arrays.copyOf(scores, Math.max(wanted, Math.max(8, 2 * scores.length)));
  }

  /** Of the heap, about. */
  public long bytes() {
    return (long) Double.BYTES * (right.length + wrong.length);
  }

  public boolean isEmpty() {
    return rights + wrongs == 0;
  }

  /**
   * @param all rollouts of the prompt, scored or not
   */
  public Ranking ranking(Tally all) {
    Arrays.sort(right, 0, rights);
    Arrays.sort(wrong, 0, wrongs);
    List<Ranking.Block> blocks = new ArrayList<>();
    int r = 0;
    int w = 0;
    while (r < rights || w < wrongs) {
      double score = w == wrongs || (r < rights && right[r] <= wrong[w]) ? right[r] : wrong[w];
      int firstRight = r;
      int firstWrong = w;
      while (r < rights && right[r] == score) {
        r++;
      }
      while (w < wrongs && wrong[w] == score) {
        w++;
      }
      int correct = r - firstRight;
      blocks.add(new Ranking.Block(score, new Tally(correct + w - firstWrong, correct)));
    }
    Tally unscored = new Tally(all.rollouts() - rights - wrongs, all.correct() - rights);
    return new Ranking(unscored, blocks);
  }
}
