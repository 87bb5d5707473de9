package org.galton.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.galton.search.OneWaySampler.Choice;
import org.junit.jupiter.api.Test;

final class OneWaySearchTest {
  private static final int ROLLOUTS = 20_000;

  /** With enough candidates: ref V at each level, (.705882, 0, .117647, .176471). */
  @Test
  void blockRejectionIsSamplingGuidedOneWay() {
    Map<String, Long> found =
        KnownTree.inexact().found(new OneWaySampler(Choice.ACCEPTED, 1, 64, 0), ROLLOUTS);

    double all = found.values().stream().mapToLong(Long::longValue).sum();
    // Four standard errors are below 0.013.
    assertThat(found.get("00") / all).isCloseTo(.705882, within(.013));
    assertThat(found.get("01")).isZero();
    assertThat(found.get("10") / all).isCloseTo(.117647, within(.01));
    assertThat(found.get("11") / all).isCloseTo(.176471, within(.011));
  }

  @Test
  void theBestOfSomeIsTheFirstOfTheHighestValue() {
    SearchEnd<String> end =
        KnownTree.inexact().run(new OneWaySampler(Choice.BEST, 1, 64, 0).start("", 1, 2), 1);

    assertThat(end.kind()).isEqualTo(SearchEnd.Kind.FOUND);
    assertThat(end.state()).isEqualTo("00");
    assertThat(end.counts().blocks()).isEqualTo(128);
    assertThat(end.counts().steps()).isEqualTo(2);
  }

  @Test
  void aSearchWithoutAnAcceptedCandidateIsGivenUp() {
    Search<String> search = new OneWaySampler(Choice.ACCEPTED, 1, 3, 0).start("", 1, 2);

    int used =
        search.hear(search.wishes(1).stream().map(wish -> new Child<>("dead", 0, false)).toList());

    assertThat(used).isEqualTo(3);
    assertThat(search.wishes(1)).isEmpty();
    assertThat(search.end().kind()).isEqualTo(SearchEnd.Kind.GIVEN_UP);
  }

  @Test
  void valuesWithAnErrorStayWithinItsFactorAndTheSame() {
    ValueSource.OfTask noisy = new ValueSource.Noisy(0.5);
    double lowest = 1;
    double highest = 0;
    for (int i = 0; i < 2000; i++) {
      double value = noisy.of(partial -> 0.4, "p").value("text " + i);
      assertThat(value).isEqualTo(noisy.of(partial -> 0.4, "p").value("text " + i));
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
    }
    assertThat(lowest).isBetween(0.4 / 1.5, 0.4 / 1.5 + 0.005);
    assertThat(highest).isBetween(0.6 - 0.005, 0.6);
    assertThat(noisy.of(partial -> 0.4, "q").value("text 1"))
        .isNotEqualTo(noisy.of(partial -> 0.4, "p").value("text 1"));
  }
}
