package org.galton.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.galton.information.DiscreteEstimator.JEFFREYS;
import static org.galton.information.DiscreteEstimator.MILLER_MADOW;
import static org.galton.information.DiscreteEstimator.PLUG_IN;
import static org.galton.information.PidMeasure.BROJA;
import static org.galton.information.PidMeasure.IMIN;
import static org.galton.information.PidMeasure.MMI;

import org.junit.jupiter.api.Test;

class PartialInformationTest {
  private static final double DIGITS = 5.1e-7;

  /** The sources are two agents now, the target both of them a round later. */
  @Test
  void pairsOfTheWorkedExampleHaveTheirSynergies() {
    synergies(PLUG_IN, IMIN, 0.172740, 0.214957, 0.207880);
    synergies(PLUG_IN, MMI, 0.172740, 0.214957, 0.489711);
    synergies(PLUG_IN, BROJA, 0, 0.164698, 0.124944);
    synergies(JEFFREYS, IMIN, 0.055609, 0.071559, 0.055698);
    synergies(JEFFREYS, MMI, 0.055609, 0.071559, 0.130585);
    synergies(JEFFREYS, BROJA, 0.020767, 0.053905, 0.040866);
  }

  @Test
  void pairsOfTheWorkedExampleHaveTheirRedundancies() {
    redundancies(PLUG_IN, 0.322501, 0.084939, 0.098119);
    redundancies(JEFFREYS, 0.073461, 0.031447, 0.016836);
  }

  /** A fair bit that both sources and both targets follow, in 64 rounds. */
  @Test
  void jeffreysGivesARedundantPairSomeSynergy() {
    int[] rounds = new int[64];
    for (int i = 0; i < rounds.length; i++) {
      rounds[i] = i % 2;
    }
    DiscreteSeries bit = DiscreteSeries.of(rounds);
    CountTable counts = CountTable.of(bit, bit, bit, bit);
    PartialInformation smoothed = PartialInformation.withDefaults().with(MMI);
    assertThat(ofPair(smoothed, counts).synergy()).isCloseTo(0.122375, within(DIGITS));
    assertThat(ofPair(smoothed.with(PLUG_IN), counts)).isEqualTo(new Decomposition(1, 0, 0, 0));
  }

  @Test
  void correctedInformationsGoWithTheLeastOfThemOnly() {
    PartialInformation corrected = new PartialInformation(MILLER_MADOW, MMI);
    CountTable counts = pair(WorkedExample.A, WorkedExample.B);
    Decomposition plain = ofPair(corrected.with(PLUG_IN), counts);
    Decomposition found = ofPair(corrected, counts);
    assertThat(found.redundancy()).isLessThan(plain.redundancy());
    SourceInformation known =
        SourceInformation.of(
            counts.grouped(new int[] {0}, new int[] {1}, new int[] {2, 3}), MILLER_MADOW);
    assertThat(found.redundancy() + found.unique1() + found.unique2() + found.synergy())
        .isCloseTo(known.both(), within(1e-14));
    assertThatThrownBy(() -> corrected.with(IMIN))
        .hasMessage(
            "Invalid measure IMIN: expected MMI, the only one that goes with the estimator"
                + " MILLER_MADOW");
  }

  private static void synergies(
      DiscreteEstimator estimator, PidMeasure measure, double ab, double ac, double bc) {
    PartialInformation method = new PartialInformation(estimator, measure);
    String name = estimator + " " + measure;
    assertThat(ofPair(method, pair(WorkedExample.A, WorkedExample.B)).synergy())
        .as(name)
        .isCloseTo(ab, within(DIGITS));
    assertThat(ofPair(method, pair(WorkedExample.A, WorkedExample.C)).synergy())
        .as(name)
        .isCloseTo(ac, within(DIGITS));
    assertThat(ofPair(method, pair(WorkedExample.B, WorkedExample.C)).synergy())
        .as(name)
        .isCloseTo(bc, within(DIGITS));
  }

  private static void redundancies(DiscreteEstimator estimator, double ab, double ac, double bc) {
    PartialInformation method = new PartialInformation(estimator, IMIN);
    assertThat(ofPair(method, pair(WorkedExample.A, WorkedExample.B)).redundancy())
        .isCloseTo(ab, within(DIGITS));
    assertThat(ofPair(method, pair(WorkedExample.A, WorkedExample.C)).redundancy())
        .isCloseTo(ac, within(DIGITS));
    assertThat(ofPair(method, pair(WorkedExample.B, WorkedExample.C)).redundancy())
        .isCloseTo(bc, within(DIGITS));
  }

  private static Decomposition ofPair(PartialInformation method, CountTable counts) {
    return method.of(counts, new int[] {0}, new int[] {1}, new int[] {2, 3});
  }

  private static CountTable pair(double[] one, double[] other) {
    return CountTable.of(
        WorkedExample.now(one),
        WorkedExample.now(other),
        WorkedExample.next(one),
        WorkedExample.next(other));
  }
}
