package org.galton.junk.dose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.galton.numerics.MidRanks;
import org.galton.numerics.PortableStream;

/**
 * Whether scores fall or rise with the dose: Spearman's rank correlation, with a permutation test.
 *
 * <pre>  rho = sum_b S(x, y)_b / sqrt(sum_b S(x, x)_b sum_b S(y, y)_b)</pre>
 *
 * <p>x and y are the mid-ranks of doses and scores within a block, S sums of products of their
 * deviations; with one block this is Spearman's rho. Without an effect every arrangement of a
 * block's scores over its doses is as likely, so p is the share of arrangements whose rho is as far
 * down, up, or away from 0. All arrangements are counted as long as that takes few enough steps: up
 * to 15 scores at doses of their own, and many more where doses repeat. Beyond, seeded arrangements
 * are drawn, and p = (1 + reached) / (1 + draws).
 *
 * <p>The one-sided p holds for a direction that was fixed before the scores were seen. The same for
 * every order of blocks and scores, and under every rising change of scores or doses.
 *
 * @param falls p against a fall: the share with a rho as low
 * @param rises p against a rise
 * @param twoSided the share with a rho as far from 0
 * @param exact whether all arrangements were counted
 */
public record Trend(double rho, double falls, double rises, double twoSided, boolean exact) {
  private static final double ROUNDING = 1e-9;

  /** A block's ranks, doubled so that they are whole. */
  private record Ranks(long[] doses, long[] scores) {
    static Ranks of(DoseBlock block) {
      return new Ranks(doubled(block.doses()), doubled(block.scores()));
    }

    private static long[] doubled(double[] values) {
      double[] ranks = MidRanks.of(values);
      long[] whole = new long[ranks.length];
      for (int i = 0; i < whole.length; i++) {
        whole[i] = Math.round(2 * ranks[i]);
      }
      return whole;
    }

    long sum() {
      long sum = 0;
      for (int i = 0; i < doses.length; i++) {
        sum += doses[i] * scores[i];
      }
      return sum;
    }

    /** Each side's ranks have mean n + 1 when doubled. */
    double mean() {
      double rank = doses.length + 1.0;
      return doses.length * rank * rank;
    }

    static double spread(long[] ranks) {
      double sum = 0;
      for (long rank : ranks) {
        sum += (rank - (ranks.length + 1.0)) * (rank - (ranks.length + 1.0));
      }
      return sum;
    }
  }

  /**
   * Empty where no block has two doses, or scores are equal in those that have. Blocks of one dose
   * say nothing, and are left out.
   *
   * @param draws arrangements, where they cannot all be counted
   * @param name which with the seed fixes them
   */
  public static Optional<Trend> of(List<DoseBlock> blocks, int draws, long seed, String name) {
    List<Ranks> ranks =
        blocks.stream()
            .map(Trend::ordered)
            .sorted(
                Comparator.comparing(DoseBlock::doses, Arrays::compare)
                    .thenComparing(DoseBlock::scores, Arrays::compare))
            .map(Ranks::of)
            .filter(block -> Ranks.spread(block.doses()) > 0)
            .toList();
    double x = ranks.stream().mapToDouble(block -> Ranks.spread(block.doses())).sum();
    double y = ranks.stream().mapToDouble(block -> Ranks.spread(block.scores())).sum();
    if (x == 0 || y == 0) {
      return Optional.empty();
    }
    double mean = ranks.stream().mapToDouble(Ranks::mean).sum();
    double far = ranks.stream().mapToLong(Ranks::sum).sum() - mean;
    double rho = Math.max(-1, Math.min(1, far / Math.sqrt(x * y)));
    return Optional.of(
        sums(ranks)
            .map(sums -> counted(rho, far, mean, sums))
            .orElseGet(() -> drawn(rho, far, mean, ranks, draws, seed, name)));
  }

  /** In an order of its own, so that draws do not depend on that of the scores. */
  private static DoseBlock ordered(DoseBlock block) {
    List<double[]> pairs = new ArrayList<>();
    for (int i = 0; i < block.size(); i++) {
      pairs.add(new double[] {block.doses()[i], block.scores()[i]});
    }
    pairs.sort(Comparator.<double[]>comparingDouble(p -> p[0]).thenComparingDouble(p -> p[1]));
    return new DoseBlock(
        pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
        pairs.stream().mapToDouble(pair -> pair[1]).toArray());
  }

  private static Optional<ArrangementSums> sums(List<Ranks> ranks) {
    Optional<ArrangementSums> all = Optional.empty();
    for (Ranks block : ranks) {
      Optional<ArrangementSums> own = ArrangementSums.of(block.doses(), block.scores());
      Optional<ArrangementSums> before = all;
      all = before.isEmpty() ? own : own.flatMap(sums -> before.get().plus(sums));
      if (all.isEmpty()) {
        return all;
      }
    }
    return all;
  }

  private static Trend counted(double rho, double far, double mean, ArrangementSums sums) {
    double falls = 0;
    double rises = 0;
    double away = 0;
    for (int i = 0; i < sums.shares().length; i++) {
      double at = sums.offset() + (double) sums.unit() * i - mean;
      falls += at <= far + ROUNDING ? sums.shares()[i] : 0;
      rises += at >= far - ROUNDING ? sums.shares()[i] : 0;
      away += Math.abs(at) >= Math.abs(far) - ROUNDING ? sums.shares()[i] : 0;
    }
    return new Trend(rho, Math.min(1, falls), Math.min(1, rises), Math.min(1, away), true);
  }

  private static Trend drawn(
      double rho, double far, double mean, List<Ranks> ranks, int draws, long seed, String name) {
    long falls = 0;
    long rises = 0;
    long away = 0;
    for (int draw = 0; draw < draws; draw++) {
      PortableStream stream = PortableStream.of(seed, name, "arrangements", draw);
      double at = -mean;
      for (Ranks block : ranks) {
        int[] places = stream.permutation(block.doses().length);
        for (int i = 0; i < places.length; i++) {
          at += block.doses()[i] * block.scores()[places[i]];
        }
      }
      falls += at <= far + ROUNDING ? 1 : 0;
      rises += at >= far - ROUNDING ? 1 : 0;
      away += Math.abs(at) >= Math.abs(far) - ROUNDING ? 1 : 0;
    }
    double all = 1.0 + draws;
    return new Trend(rho, (1 + falls) / all, (1 + rises) / all, (1 + away) / all, false);
  }
}
