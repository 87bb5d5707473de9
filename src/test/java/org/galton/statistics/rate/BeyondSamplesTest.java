package org.galton.statistics.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.galton.statistics.Tally;
import org.galton.statistics.error.BetaBelief;
import org.galton.statistics.rate.BetaBinomialFit.Fitted;
import org.galton.statistics.rate.BetaBinomialFit.NotIdentifiable;
import org.junit.jupiter.api.Test;

class BeyondSamplesTest {

  private static final List<Tally> PROMPTS = tenRollouts(0, 0, 0, 0, 1, 1, 2, 3, 5, 9);

  @Test
  void theBetaBinomialHasItsKnownAnswers() {
    Fitted fit = fitted(PROMPTS);
    assertThat(fit.rates().alpha()).isCloseTo(0.368706, within(5e-7));
    assertThat(fit.rates().beta()).isCloseTo(1.326313, within(5e-7));
    assertThat(fit.logLikelihood()).isCloseTo(-18.926523, within(5e-7));
    // An independent Newton search to 1e-15 gives a = 0.3687055281, hence 0.2175229801 here.
    assertThat(fit.rates().passAtK(1)).isCloseTo(0.2175229801, within(1e-7));
    assertThat(fit.rates().passAtK(10)).isCloseTo(0.580706, within(5e-7));
    assertThat(fit.rates().passAtK(100)).isCloseTo(0.814789, within(5e-7));
    assertThat(fit.rates().passAtK(1000)).isCloseTo(0.920492, within(5e-7));
    assertThat(fit.unsolvedShare()).isEqualTo(0.4);
    assertThat(fit.prompts()).isEqualTo(10);
  }

  @Test
  void theMaximumIsWhereTheLikelihoodIsFlat() {
    Fitted fit = fitted(PROMPTS);
    BetaBinomialLikelihood likelihood = new BetaBinomialLikelihood(PROMPTS);
    double step = 1e-4;
    double a = fit.rates().alpha();
    double b = fit.rates().beta();
    double best = likelihood.value(fit.rates());
    for (double turn = -step; turn <= step; turn += 2 * step) {
      assertThat(likelihood.value(new BetaBelief(a * (1 + turn), b))).isLessThan(best);
      assertThat(likelihood.value(new BetaBelief(a, b * (1 + turn)))).isLessThan(best);
    }
  }

  @Test
  void theLikelihoodOfAUniformPriorIsThatOfEqualCounts() {
    // Under Beta(1, 1) each of the n + 1 counts is equally likely.
    BetaBinomialLikelihood likelihood =
        new BetaBinomialLikelihood(List.of(new Tally(7, 3), new Tally(12, 12)));
    assertThat(likelihood.value(BetaBelief.UNIFORM) + likelihood.logCoefficients())
        .isCloseTo(-Math.log(8) - Math.log(13), within(1e-13));
  }

  @Test
  void promptsOfUnequalRolloutsAreFittedTogether() {
    List<Tally> mixed = new ArrayList<>(PROMPTS);
    mixed.addAll(List.of(new Tally(40, 3), new Tally(3, 1), new Tally(0, 0)));
    assertThat(fitted(mixed).prompts()).isEqualTo(12);
  }

  @Test
  void theOrderOfPromptsDoesNotChangeABit() {
    List<Tally> prompts = new ArrayList<>(PROMPTS);
    Collections.shuffle(prompts, new Random(3));
    assertThat(BetaBinomialFit.of(prompts)).isEqualTo(BetaBinomialFit.of(PROMPTS));
  }

  @Test
  void whatRolloutsDoNotDetermineIsSaidInWords() {
    assertThat(reason(tenRollouts(1, 2))).isEqualTo("fewer than 3 prompts have rollouts (2)");
    assertThat(reason(tenRollouts(0, 0, 0))).isEqualTo("no rollout of any prompt is right");
    assertThat(reason(tenRollouts(10, 10, 10))).isEqualTo("every rollout of every prompt is right");
    String spread = "the spread of solve rates between prompts is not determined";
    assertThat(reason(tenRollouts(5, 5, 5, 5))).as("no overdispersion").isEqualTo(spread);
    assertThat(reason(tenRollouts(4, 5, 6, 5))).as("less than binomial spread").isEqualTo(spread);
    assertThat(reason(tenRollouts(0, 10, 10, 0))).as("always or never").isEqualTo(spread);
    assertThat(reason(List.of(new Tally(1, 1), new Tally(1, 0), new Tally(1, 0))))
        .as("one rollout each")
        .isEqualTo(spread);
  }

  private static List<Tally> tenRollouts(int... correct) {
    return IntStream.of(correct).mapToObj(c -> new Tally(10, c)).toList();
  }

  private static Fitted fitted(List<Tally> prompts) {
    return (Fitted) BetaBinomialFit.of(prompts);
  }

  private static String reason(List<Tally> prompts) {
    return ((NotIdentifiable) BetaBinomialFit.of(prompts)).reason();
  }
}
