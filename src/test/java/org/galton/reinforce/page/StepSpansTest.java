package org.galton.reinforce.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.galton.reinforce.row.TrainingStepRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StepSpansTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 199, 200, 201, 400, 401, 7_400})
  void everyStepIsInOneSpanAndThereAreAtMostTwoHundred(int steps) {
    StepSpans spans = StepSpans.of(SampleTraining.steps(steps));

    assertThat(spans.spans()).hasSizeLessThanOrEqualTo(200);
    assertThat(spans.spans().stream().flatMap(span -> span.steps().stream()))
        .extracting(TrainingStepRow::step)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, steps).boxed().toList());
    assertThat(spans.isThinned()).isEqualTo(steps > 200);
  }

  /** The one step of 7,400 whose gradient was large is not lost: its band shows it. */
  @Test
  void thinnedLineHasTheMeanOfItsStepsAndABandToTheirEnds() {
    List<TrainingStepRow> steps = SampleTraining.steps(7_400);
    StepSpans spans = StepSpans.of(steps);
    StepLine norm = new StepLine("norm", row -> row.learning().gradientNorm(), String::valueOf);

    StepPicture.At first = norm.drawn(spans).points().get(0);
    double mean =
        steps.subList(0, 37).stream()
            .filter(row -> row.step() != 7)
            .mapToDouble(row -> row.learning().gradientNorm().orElseThrow())
            .average()
            .orElseThrow();
    assertThat(spans.each()).isEqualTo(37);
    assertThat(first.from()).isEqualTo(1);
    assertThat(first.step()).isEqualTo(37);
    assertThat(first.value()).isCloseTo(mean, within(1e-12));
    assertThat(first.low()).isEqualTo(0.2);
    assertThat(first.high()).isEqualTo(40);
    assertThat(norm.drawn(spans).points()).hasSize(200);
  }
}
