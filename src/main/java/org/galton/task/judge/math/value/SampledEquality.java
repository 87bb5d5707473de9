package org.galton.task.judge.math.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.galton.task.judge.math.tree.Constants;
import org.galton.task.judge.math.tree.MathNode;

/**
 * Compares expressions in decimals at the sample points where both have a value; with fewer than
 * four of these they count as different.
 */
final class SampledEquality {
  private static final int DIGITS = 60;
  private static final int MOST_EXTRA_DIGITS = 200;
  private static final int FEWEST_POINTS = 4;
  private static final BigDecimal TOLERANCE = new BigDecimal("1e-40");
  private static final MathContext POINT_DIGITS = new MathContext(300, RoundingMode.HALF_EVEN);

  private SampledEquality() {}

  static ScalarVerdict of(MathNode a, MathNode b, Branch branch, Work work) {
    int agreed = 0;
    for (Map<String, BigDecimal> point : points(a, b)) {
      Optional<Pair> pair = pair(a, b, branch, point, work);
      if (pair.isPresent()) {
        if (!pair.get().isEqual()) {
          return new ScalarVerdict(false, "at " + (agreed + 1) + " points");
        }
        agreed++;
      }
    }
    boolean enough = agreed >= FEWEST_POINTS && !work.isSpent();
    return new ScalarVerdict(
        enough, enough ? "at " + agreed + " points" : "too few points at which both have a value");
  }

  /**
   * The constant that the first is times the second, its sign; empty where there is none.
   *
   * @return 1, -1 or nothing
   */
  static Optional<Integer> factorSign(MathNode a, MathNode b, Branch branch, Work work) {
    List<BigDecimal> ratios = new ArrayList<>();
    for (Map<String, BigDecimal> point : points(a, b)) {
      Optional<Pair> pair = pair(a, b, branch, point, work);
      if (pair.isPresent()) {
        ComplexDecimal first = pair.get().a();
        ComplexDecimal second = pair.get().b();
        if (!first.isReal() || !second.isReal() || second.isZero() || first.isZero()) {
          return Optional.empty();
        }
        ratios.add(first.re().divide(second.re(), new MathContext(DIGITS)));
      }
    }
    boolean same =
        ratios.size() >= FEWEST_POINTS
            && !work.isSpent()
            && ratios.stream().allMatch(ratio -> isNear(ratio, ratios.get(0)));
    return same ? Optional.of(ratios.get(0).signum()) : Optional.empty();
  }

  private static boolean isNear(BigDecimal a, BigDecimal b) {
    return a.subtract(b).abs().compareTo(TOLERANCE.multiply(b.abs())) <= 0;
  }

  private static List<Map<String, BigDecimal>> points(MathNode a, MathNode b) {
    Set<String> names = new TreeSet<>(Constants.names(a));
    names.addAll(Constants.names(b));
    return SamplePoints.of(names, POINT_DIGITS);
  }

  /**
   * @param largest what cancelled on the way to them
   */
  private record Pair(ComplexDecimal a, ComplexDecimal b, BigDecimal largest) {
    boolean isEqual() {
      BigDecimal difference = a.re().subtract(b.re()).abs().max(a.im().subtract(b.im()).abs());
      BigDecimal size = size().max(largest).min(BigDecimal.ONE);
      return difference.compareTo(TOLERANCE.multiply(size)) <= 0;
    }

    private BigDecimal size() {
      return a.re().abs().max(b.re().abs()).max(a.im().abs()).max(b.im().abs());
    }

    /** Digits before the point of the largest of all. */
    int digits() {
      BigDecimal all = size().max(largest);
      return Math.max(0, all.precision() - all.scale());
    }
  }

  /** With as many digits more as the values have before the point. */
  private static Optional<Pair> pair(
      MathNode a, MathNode b, Branch branch, Map<String, BigDecimal> point, Work work) {
    Optional<Pair> pair = pair(a, b, branch, point, work, DIGITS);
    int digits = pair.map(Pair::digits).orElse(0);
    if (digits > MOST_EXTRA_DIGITS) {
      return Optional.empty();
    }
    return digits <= DIGITS / 10 ? pair : pair(a, b, branch, point, work, DIGITS + digits);
  }

  private static Optional<Pair> pair(
      MathNode a, MathNode b, Branch branch, Map<String, BigDecimal> point, Work work, int digits) {
    try {
      DecimalEvaluator first = new DecimalEvaluator(digits, branch, point, work);
      ComplexDecimal one = first.value(a);
      DecimalEvaluator second = new DecimalEvaluator(digits, branch, point, work);
      ComplexDecimal other = second.value(b);
      return Optional.of(new Pair(one, other, first.largestTerm().max(second.largestTerm())));
    } catch (NoValue e) {
      return Optional.empty();
    }
  }
}
