package org.galton.junk.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class EngagementRuleTest {
  @Test
  void boundsThemselvesAreNeither() {
    EngagementRule rule = EngagementRule.published();
    assertThat(rule.of(29, 501).label()).isEqualTo(PostLabel.JUNK);
    assertThat(rule.of(29, 500)).isEqualTo(neither("short, not popular"));
    assertThat(rule.of(30, 501)).isEqualTo(neither("of middle length"));
    assertThat(rule.of(101, 0).label()).isEqualTo(PostLabel.CONTROL);
    assertThat(rule.of(101, 1)).isEqualTo(neither("long, not unpopular"));
    assertThat(rule.of(100, 0)).isEqualTo(neither("of middle length"));
  }

  private static EngagementRule.Decision neither(String reason) {
    return new EngagementRule.Decision(PostLabel.NEITHER, reason);
  }

  @Test
  void aRuleUnderWhichAPostWouldBeBothIsRefused() {
    assertThatThrownBy(() -> new EngagementRule(200, 10, 100, 50))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no post is both");
    assertThat(new EngagementRule(200, 50, 100, 50).of(150, 50).label())
        .isEqualTo(PostLabel.CONTROL);
  }

  @Test
  void tokensAreRunsOfLettersAndOtherSigns() {
    assertThat(TokenCount.of("It's 3.50 €")).isEqualTo(7);
    assertThat(TokenCount.of("")).isZero();
    assertThat(TokenCount.of(" \u00a0\n\t")).isZero();
    assertThat(TokenCount.of("naïve nai\u0308ve")).isEqualTo(2);
    assertThat(TokenCount.of("😀😀 ok")).isEqualTo(3);
  }
}
