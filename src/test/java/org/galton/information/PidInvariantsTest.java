package org.galton.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds for every table, on 10,000 random ones with two or three letters a variable. */
class PidInvariantsTest {
  private static final double ROUNDING = 1e-8;
  private static final int TABLES = 10_000;

  private final long seed = 20251007;
  private final SplittableRandom random = new SplittableRandom(seed);

  @Tag("slow")
  @Test
  void atomsOfRandomTablesKeepTheirLaws() {
    for (int i = 0; i < TABLES; i++) {
      String context = "seed " + seed + " table " + i;
      int[] sizes = {2 + random.nextInt(2), 2 + random.nextInt(2), 2 + random.nextInt(2)};
      JointTable table = random(sizes);
      Map<PidMeasure, Decomposition> found = new EnumMap<>(PidMeasure.class);
      SourceInformation known = SourceInformation.of(table);
      for (PidMeasure measure : PidMeasure.values()) {
        Decomposition atoms = measure.decompose(table);
        found.put(measure, atoms);
        addUp(atoms, known, context);
        if (measure != PidMeasure.SX) {
          notNegative(atoms, measure + " of " + context);
        }
        same(swapped(atoms), measure.decompose(swapped(table)), measure + " of " + context);
        same(atoms, measure.decompose(relabelled(table)), measure + " of " + context);
      }
      double most = found.get(PidMeasure.MMI).redundancy() + ROUNDING;
      assertThat(found.get(PidMeasure.IMIN).redundancy()).as(context).isLessThan(most);
      assertThat(found.get(PidMeasure.BROJA).redundancy()).as(context).isLessThan(most);
    }
  }

  /** The bisection and the barrier solve the same problem. */
  @Test
  void bothSolversFindTheSameCouplingOfBinarySources() {
    for (int i = 0; i < 1_000; i++) {
      JointTable table = random(new int[] {2, 2, 2 + random.nextInt(4)});
      assertThat(BarrierCoupling.information(table))
          .as("seed " + seed + " table " + i)
          .isCloseTo(BinaryCoupling.information(table), within(ROUNDING));
    }
  }

  /** A table in three has empty cells. */
  private JointTable random(int... sizes) {
    boolean sparse = random.nextInt(3) == 0;
    double[] weights = new double[sizes[0] * sizes[1] * sizes[2]];
    for (int cell = 0; cell < weights.length; cell++) {
      weights[cell] = sparse && random.nextInt(3) == 0 ? 0 : -Math.log(1 - random.nextDouble());
    }
    weights[random.nextInt(weights.length)] += 0.1;
    return JointTable.ofWeights(sizes, weights);
  }

  private static JointTable swapped(JointTable table) {
    return table.grouped(new int[] {1}, new int[] {0}, new int[] {2});
  }

  /** Every alphabet in reverse. */
  private static JointTable relabelled(JointTable table) {
    int a = table.size(0);
    int b = table.size(1);
    int c = table.size(2);
    return LogicGate.from(a, b, c, (i, j, t) -> table.at(a - 1 - i, b - 1 - j, c - 1 - t));
  }

  private static Decomposition swapped(Decomposition atoms) {
    return new Decomposition(atoms.redundancy(), atoms.unique2(), atoms.unique1(), atoms.synergy());
  }

  private static void addUp(Decomposition atoms, SourceInformation known, String context) {
    double first = atoms.redundancy() + atoms.unique1();
    double second = atoms.redundancy() + atoms.unique2();
    assertThat(first).as(context).isCloseTo(known.first(), within(ROUNDING));
    assertThat(second).as(context).isCloseTo(known.second(), within(ROUNDING));
    assertThat(first + atoms.unique2() + atoms.synergy())
        .as(context)
        .isCloseTo(known.both(), within(ROUNDING));
  }

  private static void notNegative(Decomposition atoms, String context) {
    assertThat(atoms.redundancy()).as(context).isGreaterThanOrEqualTo(0);
    assertThat(atoms.unique1()).as(context).isGreaterThanOrEqualTo(0);
    assertThat(atoms.unique2()).as(context).isGreaterThanOrEqualTo(0);
    assertThat(atoms.synergy()).as(context).isGreaterThanOrEqualTo(0);
  }

  private static void same(Decomposition one, Decomposition other, String context) {
    assertThat(other.redundancy()).as(context).isCloseTo(one.redundancy(), within(ROUNDING));
    assertThat(other.unique1()).as(context).isCloseTo(one.unique1(), within(ROUNDING));
    assertThat(other.unique2()).as(context).isCloseTo(one.unique2(), within(ROUNDING));
    assertThat(other.synergy()).as(context).isCloseTo(one.synergy(), within(ROUNDING));
  }
}
