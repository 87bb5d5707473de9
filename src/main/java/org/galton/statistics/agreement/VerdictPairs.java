package org.galton.statistics.agreement;

import java.io.Serializable;
import java.util.OptionalDouble;
import org.galton.numerics.Expect;

/**
 * Pairs of verdicts that two judges gave on the same answers. The first is the one that is held to
 * be true, where there is such a one.
 *
 * @param bothRight answers that both call right
 * @param firstOnly answers that only the first calls right
 * @param secondOnly answers that only the second calls right
 * @param bothWrong answers that both call wrong
 */
public record VerdictPairs(long bothRight, long firstOnly, long secondOnly, long bothWrong)
    implements Serializable {
  public static final VerdictPairs NONE = new VerdictPairs(0, 0, 0, 0);

  public VerdictPairs {
    Expect.that(bothRight >= 0, "bothRight", bothRight, "0 or more");
    Expect.that(firstOnly >= 0, "firstOnly", firstOnly, "0 or more");
    Expect.that(secondOnly >= 0, "secondOnly", secondOnly, "0 or more");
    Expect.that(bothWrong >= 0, "bothWrong", bothWrong, "0 or more");
  }

  /** One answer. */
  public static VerdictPairs of(boolean first, boolean second) {
    return new VerdictPairs(
        first && second ? 1 : 0,
        first && !second ? 1 : 0,
        !first && second ? 1 : 0,
        !first && !second ? 1 : 0);
  }

  public VerdictPairs plus(VerdictPairs other) {
    return new VerdictPairs(
        bothRight + other.bothRight,
        firstOnly + other.firstOnly,
        secondOnly + other.secondOnly,
        bothWrong + other.bothWrong);
  }

  public long total() {
    return bothRight + firstOnly + secondOnly + bothWrong;
  }

  public long disagreements() {
    return firstOnly + secondOnly;
  }

  /** Share of equal verdicts; none without answers. */
  public OptionalDouble agreement() {
    return share(bothRight + bothWrong, total());
  }

  /**
   * Cohen's kappa: agreement beyond what two judges with these rates would reach by chance.
   *
   * <pre>  kappa = (a - e) / (1 - e),  e = p1 p2 + (1 - p1)(1 - p2)</pre>
   *
   * <p>a is the agreement, p1 and p2 the shares that the judges call right. None where chance alone
   * agrees always: all verdicts of both are the same.
   *
   * <p>Cohen, A Coefficient of Agreement for Nominal Scales, 1960.
   */
  public OptionalDouble kappa() {
    double n = total();
    double first = bothRight + firstOnly;
    double second = bothRight + secondOnly;
    double chance = (first * second + (n - first) * (n - second)) / (n * n);
    return chance < 1
        ? OptionalDouble.of((agreement().orElseThrow() - chance) / (1 - chance))
        : OptionalDouble.empty();
  }

  /** Of the answers that the second calls right, the share that the first does, too. */
  public OptionalDouble precision() {
    return share(bothRight, bothRight + secondOnly);
  }

  /** Of the answers that the first calls right, the share that the second does, too. */
  public OptionalDouble recall() {
    return share(bothRight, bothRight + firstOnly);
  }

  /** Of the answers that the first calls wrong, the share that the second does, too. */
  public OptionalDouble specificity() {
    return share(bothWrong, bothWrong + secondOnly);
  }

  private static OptionalDouble share(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
