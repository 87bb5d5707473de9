package org.galton.junk.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.galton.junk.post.EngagementRule;
import org.galton.junk.post.PostLabel;
import org.galton.junk.post.TokenCount;
import org.junit.jupiter.api.Test;

final class RecoveryTest {
  private static final List<Double> DOSES = List.of(0.0, 20.0, 50.0, 80.0, 100.0);
  private static final Map<Axis, Double> EFFECTS =
      Map.of(Axis.LENGTH, -0.1, Axis.POPULARITY, 0.0, Axis.MEANING, -0.15);

  private final List<GeneratedPost> posts = new PostGenerator(1, 0.5, 0.5, 0.5).posts(4000);

  @Test
  void postsAreWhatTheirKnobsSay() {
    EngagementRule rule = EngagementRule.published();
    for (GeneratedPost post : posts) {
      assertThat(TokenCount.of(post.text())).isEqualTo(post.tokens());
      boolean isShort = post.isJunk(Axis.LENGTH);
      boolean isPopular = post.isJunk(Axis.POPULARITY);
      PostLabel expected =
          isShort && isPopular
              ? PostLabel.JUNK
              : !isShort && !isPopular ? PostLabel.CONTROL : PostLabel.NEITHER;
      assertThat(rule.of(post.tokens(), post.popularity()).label()).isEqualTo(expected);
      // Chatter has no numbers, an explanation begins with two.
      assertThat(post.text().matches(".*\\d.*")).isEqualTo(!post.isJunk(Axis.MEANING));
    }
    assertThat(new PostGenerator(1, 0.5, 0.5, 0.5).post(7)).isEqualTo(posts.get(7));
  }

  /** Counts of pairs of knobs: 1,000 of 4,000, with a standard deviation of 27. */
  @Test
  void knobsAreIndependent() {
    for (Axis one : Axis.values()) {
      for (Axis other : Axis.values()) {
        if (one.compareTo(other) < 0) {
          long both = posts.stream().filter(p -> p.isJunk(one) && p.isJunk(other)).count();
          assertThat(both).isBetween(890L, 1110L);
        }
      }
    }
  }

  /** 200 studies: 95 % within 4 standard errors of 1.5 %; a null axis is found in 5 % or less. */
  @Test
  void whatWasPlantedIsFound() {
    Planted planted = new Planted(EFFECTS, 2, 1);
    Design.all()
        .forEach(
            (name, axes) -> {
              Recovery found = Recovery.of(Design.of(name, axes, posts, DOSES, 1), planted, 4, 200);
              assertThat(found.planted()).as(name).isEqualTo(planted.slope(axes));
              // 4 standard errors of the mean slope, 2 / sqrt(27,200) / sqrt(200).
              assertThat(found.slope()).isCloseTo(found.expected(), within(4 * 0.00086));
              assertThat(found.expected()).as(name).isCloseTo(found.planted(), within(0.006));
              assertThat(found.held() / 200.0).as(name).isBetween(0.88, 1.0);
              if (name.equals("popularity")) {
                assertThat(found.found() / 200.0).isLessThan(0.05 + 4 * 0.0154);
              } else {
                assertThat(found.found() / 200.0).as(name).isGreaterThan(0.95);
                assertThat(found.effect()).isNegative();
              }
            });
  }

  @Test
  void withoutNoiseTheExpectedSlopeIsFoundExactly() {
    Design design = Design.of("length", Design.all().get("length"), posts, DOSES, 1);
    Recovery found = Recovery.of(design, new Planted(EFFECTS, 0, 1), 2, 3);
    assertThat(found.slope()).isCloseTo(found.expected(), within(1e-12));
  }

  @Test
  void tooFewPostsAreRefused() {
    assertThatThrownBy(
            () ->
                Design.of(
                    "engagement", Design.all().get("engagement"), posts.subList(0, 12), DOSES, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Invalid posts 12: expected enough for dose");
  }
}
