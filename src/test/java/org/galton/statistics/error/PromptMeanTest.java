package org.galton.statistics.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.galton.statistics.Estimate;
import org.galton.statistics.Tally;
import org.galton.statistics.rate.PassAtK;
import org.junit.jupiter.api.Test;

class PromptMeanTest {

  private static final double[] VALUES = {1, 0, .5, .75, .25, 1, 0, 1};

  private final PromptMean mean = PromptMean.withDefaults();

  @Test
  void meanAndErrorHaveTheirKnownAnswers() {
    Estimate estimate = mean.of(VALUES, 0);
    assertThat(estimate.value()).hasValue(0.5625);
    assertThat(estimate.standardError().orElseThrow()).isCloseTo(0.1549049248, within(5e-11));
    assertThat(estimate.low().orElseThrow())
        .isCloseTo(0.5625 - 1.959963984540054 * 0.1549049248, within(2e-10));
    assertThat(estimate.high().orElseThrow())
        .isCloseTo(0.5625 + 1.959963984540054 * 0.1549049248, within(2e-10));
    assertThat(estimate.prompts()).isEqualTo(8);
  }

  @Test
  void aWiderConfidenceGivesAWiderInterval() {
    Estimate wide = mean.withConfidence(0.99).of(VALUES, 0);
    assertThat(wide.high().orElseThrow())
        .isCloseTo(0.5625 + 2.5758293035489 * 0.1549049248, within(2e-10));
  }

  @Test
  void promptsWeighTheSameWhateverTheirRollouts() {
    List<Tally> prompts = List.of(new Tally(1000, 1000), new Tally(10, 0));
    assertThat(mean.of(prompts, new PassAtK(1)).value()).hasValue(0.5);
  }

  @Test
  void shortPromptsAreLeftOutAndCounted() {
    List<Tally> prompts = List.of(new Tally(16, 16), new Tally(16, 0), new Tally(3, 3));
    Estimate estimate = mean.of(prompts, new PassAtK(4));
    assertThat(estimate.value()).hasValue(0.5);
    assertThat(estimate.prompts()).isEqualTo(2);
    assertThat(estimate.promptsShort()).isEqualTo(1);
  }

  @Test
  void nothingIsClaimedWhenEveryPromptIsShort() {
    Estimate estimate = mean.of(List.of(new Tally(3, 3)), new PassAtK(4));
    assertThat(estimate.value()).isEmpty();
    assertThat(estimate.standardError()).isEmpty();
    assertThat(estimate.low()).isEmpty();
    assertThat(estimate.promptsShort()).isEqualTo(1);
  }

  @Test
  void onePromptHasAValueAndNoError() {
    Estimate estimate = mean.of(new double[] {0.25}, 0);
    assertThat(estimate.value()).hasValue(0.25);
    assertThat(estimate.standardError()).isEmpty();
    assertThat(estimate.low()).isEmpty();
    assertThat(estimate.high()).isEmpty();
  }

  @Test
  void equalPromptsHaveErrorZero() {
    assertThat(mean.of(new double[] {0.1, 0.1, 0.1}, 0).standardError()).hasValue(0);
  }

  @Test
  void theOrderOfPromptsDoesNotChangeABit() {
    long seed = 20240611;
    Random random = new Random(seed);
    List<Double> values =
        DoubleStream.generate(() -> random.nextGaussian() * Math.exp(8 * random.nextGaussian()))
            .limit(5000)
            .boxed()
            .collect(Collectors.toList());
    Estimate first = mean.of(unboxed(values), 0);
    for (int i = 0; i < 5; i++) {
      Collections.shuffle(values, random);
      assertThat(mean.of(unboxed(values), 0)).as("seed " + seed).isEqualTo(first);
    }
  }

  @Test
  void invalidArgumentsAreNamedWithWhatIsExpected() {
    assertThatThrownBy(() -> mean.withConfidence(95))
        .hasMessage("Invalid confidence 95.0: expected between 0 and 1");
    assertThatThrownBy(() -> mean.of(new double[] {0, Double.NaN}, 0))
        .hasMessage("Invalid prompt value NaN: expected a finite number");
    assertThatThrownBy(() -> mean.of(new double[] {0}, -1))
        .hasMessage("Invalid promptsShort -1: expected 0 or more");
  }

  private static double[] unboxed(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
