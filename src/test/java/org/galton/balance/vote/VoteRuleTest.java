package org.galton.balance.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.commons.math3.special.Beta;
import org.galton.balance.MoveKernel;
import org.galton.balance.WorkedExamples;
import org.galton.balance.potential.Landscape;
import org.galton.balance.potential.LeastAction;
import org.galton.balance.potential.ViolationFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VoteRuleTest {
  private static final VoteRule SEVEN_OF_TEN = VoteRule.of("10:7");

  @Test
  void acceptsByTheBinomialTail() {
    assertThat(SEVEN_OF_TEN.voted(0.3)).isEqualTo(0.010592078, within(5e-10));
    assertThat(new VoteRule(3, 2).voted(0.1)).isEqualTo(0.028, within(1e-15));
    assertThat(SEVEN_OF_TEN.voted(0)).isZero();
    assertThat(SEVEN_OF_TEN.voted(1)).isEqualTo(1);
    assertThat(new VoteRule(1, 1).voted(0.25)).isEqualTo(0.25);
  }

  @Test
  void steepensRatiosByAboutTheVotesNeeded() {
    assertThat(Math.log(SEVEN_OF_TEN.voted(0.2) / SEVEN_OF_TEN.voted(0.05)))
        .isEqualTo(9.26322, within(5e-6));
    VoteRule unanimous = new VoteRule(10, 10);
    assertThat(Math.log(unanimous.voted(0.2) / unanimous.voted(0.05)))
        .isEqualTo(10 * Math.log(4), within(1e-13));
    assertThat(Math.log(SEVEN_OF_TEN.voted(0.6) / SEVEN_OF_TEN.voted(0.3)) / Math.log(0.6 / 0.3))
        .isEqualTo(5.17, within(5e-3));
  }

  @Test
  void keepsTwelveDigitsOfRareMoves() {
    for (int[] vote : new int[][] {{3, 2}, {10, 7}, {51, 26}, {200, 120}}) {
      VoteRule rule = new VoteRule(vote[0], vote[1]);
      for (double probability : new double[] {1e-300, 1e-40, 1e-9, 0.001, 0.2, 0.5}) {
        assertThat(logVoted(rule, probability))
            .as("%s of %s", rule.label(), probability)
            .isEqualTo(exactLog(rule, probability), within(1e-12 * vote[1]));
      }
      for (double probability : new double[] {0.05, 0.3, 0.5, 0.51, 0.9, 1}) {
        assertThat(rule.voted(probability))
            .isEqualTo(
                Beta.regularizedBeta(probability, vote[1], vote[0] - vote[1] + 1.0), within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ViolationFunction.class)
  void steepensABalancedLandscapeExactlyWhereAllMustAgree(ViolationFunction function) {
    LeastAction fit = LeastAction.withDefaults().with(function);
    for (double range : new double[] {3, 30}) {
      MoveKernel kernel = WorkedExamples.reversible(60, 4, range, 0, 12).kernel();
      Landscape base = fit.of(kernel);
      for (int draws : new int[] {2, 3, 6, 10}) {
        VoteRule rule = new VoteRule(draws, draws);
        Landscape voted = fit.of(rule.voted(kernel));
        assertThat(VoteSlope.of(base, voted).getAsDouble()).isEqualTo(draws, within(1e-11 * draws));
        assertThat(voted.actionExcess()).isLessThanOrEqualTo(1e-12 * voted.action());
      }
    }
  }

  @Test
  void steepensByLessWhereMovesAreFrequent() {
    LeastAction fit = LeastAction.withDefaults();
    MoveKernel rare = WorkedExamples.reversible(60, 4, 4, 0, 12).kernel();
    double slope = VoteSlope.of(fit.of(rare), fit.of(SEVEN_OF_TEN.voted(rare))).getAsDouble();
    assertThat(slope).isBetween(6.9, 7.0);
    assertThat(SEVEN_OF_TEN.voted(rare).acceptance()).isLessThan(rare.acceptance());
  }

  @Test
  void hasNoSlopeOnAPlain() {
    LeastAction fit = LeastAction.withDefaults();
    MoveKernel ring = WorkedExamples.drivenRing(3, 0.5);
    Landscape base = fit.of(ring);
    assertThat(VoteSlope.of(base, fit.of(SEVEN_OF_TEN.voted(ring)))).isEmpty();
    Landscape empty = fit.of(MoveKernel.builder().build());
    assertThat(VoteSlope.of(empty, empty)).isEmpty();
    assertThat(VoteSlope.of(base, empty)).isEmpty();
  }

  @Test
  void refusesVotesThatTwoStatesCouldWin() {
    assertThatThrownBy(() -> VoteRule.of("10:5"))
        .hasMessage(
            "Invalid vote 10:5: expected M:n with n from 6 to 10:"
                + " two states could have 5 of 10 votes each");
    assertThatThrownBy(() -> new VoteRule(3, 4))
        .hasMessageStartingWith("Invalid vote 3:4: expected M:n with n from 2 to 3");
    assertThatThrownBy(() -> new VoteRule(0, 0))
        .hasMessage("Invalid draws of a vote 0: expected 1 to 1000");
    assertThatThrownBy(() -> VoteRule.of("seven"))
        .hasMessage(
            "Invalid vote seven: expected M:n, such as 10:7 to accept what 7 of 10 draws or more"
                + " agree on");
    assertThatThrownBy(() -> SEVEN_OF_TEN.voted(-0.1))
        .hasMessage("Invalid probability -0.1: expected 0 to 1");
  }

  private static double logVoted(VoteRule rule, double probability) {
    MoveKernel kernel = MoveKernel.builder().add("a", "b", probability).build();
    return rule.voted(kernel).logProbability(0);
  }

  /** The sum of the definition, in decimals: T^n is taken out before it leaves the doubles. */
  private static double exactLog(VoteRule rule, double probability) {
    BigDecimal t = new BigDecimal(probability);
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal ways = BigDecimal.ONE;
    for (int k = 1; k <= rule.draws(); k++) {
      ways = ways.multiply(BigDecimal.valueOf(rule.draws() - k + 1L)).divide(BigDecimal.valueOf(k));
      if (k >= rule.accept()) {
        sum =
            sum.add(
                ways.multiply(t.pow(k - rule.accept(), MathContext.DECIMAL128))
                    .multiply(
                        BigDecimal.ONE.subtract(t).pow(rule.draws() - k, MathContext.DECIMAL128)));
      }
    }
    BigDecimal mantissa = sum.round(MathContext.DECIMAL64);
    int shift = mantissa.precision() - mantissa.scale();
    return Math.log(mantissa.movePointLeft(shift).doubleValue())
        + shift * Math.log(10)
        + rule.accept() * Math.log(probability);
  }
}
