package org.galton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.galton.model.Completion;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.Uniforms;
import org.junit.jupiter.api.Test;

final class InstantModelTest {
  private static final int DRAWS = 2_000;

  @Test
  void aPromptIsSolvedAtARateOfItsOwn() {
    List<Long> tenths =
        IntStream.range(0, 40).mapToObj(prompt -> Math.round(10 * solved(prompt))).toList();

    assertThat(tenths).contains(0L, 10L);
    assertThat(tenths.stream().distinct().count()).isGreaterThan(6);
  }

  /** Within 5 standard errors of a tenth: 0.056 at most. */
  private static double solved(int prompt) {
    List<Outcome> outcomes = new ArrayList<>();
    try (InstantModel model = new InstantModel()) {
      model.generate(
          IntStream.range(0, DRAWS)
              .mapToObj(
                  i -> new Request(i, "Question %d: 7".formatted(prompt), Uniforms.seed(3, i)))
              .iterator(),
          Sampling.untempered(64),
          outcomes::add);
    }
    double rate =
        (double)
                outcomes.stream()
                    .filter(outcome -> ((Completion) outcome).text().endsWith("7"))
                    .count()
            / DRAWS;
    assertThat(rate).isCloseTo(Math.round(10 * rate) / 10.0, Offset.offset(0.056));
    return rate;
  }
}
