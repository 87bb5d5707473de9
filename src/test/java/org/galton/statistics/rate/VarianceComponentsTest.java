package org.galton.statistics.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.galton.statistics.Tally;
import org.galton.statistics.error.PromptMean;
import org.galton.statistics.test.PairedDesign;
import org.galton.statistics.test.SampleSize;
import org.junit.jupiter.api.Test;

class VarianceComponentsTest {

  private static final List<Tally> PROMPTS =
      IntStream.of(0, 2, 4, 8, 7).mapToObj(c -> new Tally(8, c)).toList();

  @Test
  void componentsHaveTheirKnownAnswers() {
    VarianceComponents found = VarianceComponents.of(PROMPTS).orElseThrow();
    assertThat(found.total()).isCloseTo(0.175, within(1e-15));
    assertThat(found.within()).isCloseTo(0.125, within(1e-15));
    assertThat(found.between()).isCloseTo(0.159375, within(1e-15));
  }

  @Test
  void thePredictionForTheSameDesignIsTheObservedError() {
    VarianceComponents found = VarianceComponents.of(PROMPTS).orElseThrow();
    double observed =
        PromptMean.withDefaults().of(PROMPTS, new PassAtK(1)).standardError().orElseThrow();
    assertThat(found.predictedStandardError(5, 8)).isCloseTo(observed, within(1e-15));
    assertThat(found.predictedStandardError(20, 8)).isCloseTo(observed / 2, within(1e-15));
  }

  @Test
  void equalPromptsHaveNothingBetweenThem() {
    VarianceComponents found =
        VarianceComponents.of(List.of(new Tally(8, 4), new Tally(8, 4))).orElseThrow();
    assertThat(found.between()).isEqualTo(0);
    assertThat(found.within()).isCloseTo(2.0 / 7, within(1e-15));
  }

  @Test
  void certainPromptsHaveNothingWithinThem() {
    VarianceComponents found =
        VarianceComponents.of(List.of(new Tally(8, 0), new Tally(4, 4))).orElseThrow();
    assertThat(found.within()).isEqualTo(0);
    assertThat(found.between()).isEqualTo(0.5);
  }

  @Test
  void promptsWithOneRolloutSayNothingAndAreCounted() {
    List<Tally> mixed = List.of(new Tally(1, 1), new Tally(8, 4), new Tally(8, 4));
    assertThat(VarianceComponents.of(mixed).orElseThrow().promptsShort()).isEqualTo(1);
    assertThat(VarianceComponents.of(List.of(new Tally(1, 1), new Tally(1, 0)))).isEmpty();
    assertThat(VarianceComponents.of(List.of(new Tally(8, 1)))).isEmpty();
  }

  @Test
  void theOrderOfPromptsDoesNotChangeABit() {
    long seed = 11;
    Random random = new Random(seed);
    List<Tally> prompts = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      int n = 2 + random.nextInt(30);
      prompts.add(new Tally(n, random.nextInt(n + 1)));
    }
    VarianceComponents first = VarianceComponents.of(prompts).orElseThrow();
    for (int round = 0; round < 3; round++) {
      Collections.shuffle(prompts, random);
      assertThat(VarianceComponents.of(prompts)).as("seed " + seed).hasValue(first);
    }
  }

  @Test
  void sampleSizeHasItsKnownAnswers() {
    SampleSize plan = SampleSize.withDefaults();
    PairedDesign design = new PairedDesign(0.1, 0.15, 16, 0.15, 16);
    assertThat(plan.prompts(design, 0.05)).isCloseTo(372.8217874, within(5e-8));
    assertThat(plan.detectableDifference(design, 500)).isCloseTo(0.0431753279, within(5e-11));
    assertThat(plan.prompts(new PairedDesign(1.0 / 9, 0, 1, 0, 1), 0.03))
        .isCloseTo(968.9974981, within(5e-8));
  }

  @Test
  void sizeAndDetectableDifferenceAreInverse() {
    SampleSize plan = SampleSize.withDefaults().withPower(0.9).withSignificance(0.01);
    PairedDesign design = new PairedDesign(0.1, 0.2, 4, 0.15, 8);
    assertThat(plan.prompts(design, plan.detectableDifference(design, 321)))
        .isCloseTo(321, within(1e-10));
  }

  @Test
  void invalidArgumentsAreNamedWithWhatIsExpected() {
    PairedDesign design = new PairedDesign(0.1, 0, 1, 0, 1);
    assertThatThrownBy(() -> new PairedDesign(-1, 0, 1, 0, 1))
        .hasMessage("Invalid betweenDifference -1.0: expected 0 or more");
    assertThatThrownBy(() -> new PairedDesign(0, 0, 1, 0, 0))
        .hasMessage("Invalid rolloutsSecond 0: expected 1 or more");
    assertThatThrownBy(() -> SampleSize.withDefaults().withPower(1))
        .hasMessage("Invalid power 1.0: expected 0.5 or more and below 1");
    assertThatThrownBy(() -> SampleSize.withDefaults().withSignificance(0))
        .hasMessage("Invalid significance 0.0: expected between 0 and 1");
    assertThatThrownBy(() -> SampleSize.withDefaults().prompts(design, 0))
        .hasMessage("Invalid difference 0.0: expected above 0");
    assertThatThrownBy(() -> SampleSize.withDefaults().detectableDifference(design, 0))
        .hasMessage("Invalid prompts 0: expected 1 or more");
    assertThatThrownBy(
            () -> VarianceComponents.of(PROMPTS).orElseThrow().predictedStandardError(0, 1))
        .hasMessage("Invalid prompts 0: expected 1 or more");
  }
}
