package org.galton.model.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BackoffTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60));

  @Test
  void waitsTwiceAsLongEachTimeUpToALimit() {
    assertThat(backoff.delay(1, Optional.empty(), 0)).isEqualTo(Duration.ofMillis(500));
    assertThat(backoff.delay(3, Optional.empty(), 0)).isEqualTo(Duration.ofSeconds(2));
    assertThat(backoff.delay(3, Optional.empty(), 0.5)).isEqualTo(Duration.ofSeconds(3));
    assertThat(backoff.delay(90, Optional.empty(), 0)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void neverComesBackBeforeTheServerWants() {
    Optional<Duration> asked = Optional.of(Duration.ofSeconds(40));

    assertThat(backoff.delay(1, asked, 0)).isEqualTo(Duration.ofSeconds(40));
    assertThat(backoff.delay(1, asked, 0.5)).isEqualTo(Duration.ofMillis(40_250));
  }

  @Test
  void waitsForNoServerThatAsksForDays() {
    assertThat(backoff.delay(1, Optional.of(Duration.ofDays(9)), 0))
        .isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void aPauseIsGivenInSecondsOrAsADate() {
    assertThat(RetryAfter.parse(" 7 ", NOW)).contains(Duration.ofSeconds(7));
    assertThat(RetryAfter.parse("0.5", NOW)).contains(Duration.ofMillis(500));
    assertThat(RetryAfter.parse("Sun, 1 Mar 2026 12:00:30 GMT", NOW))
        .contains(Duration.ofSeconds(30));
    assertThat(RetryAfter.parse("Sun, 1 Mar 2026 11:00:00 GMT", NOW)).contains(Duration.ZERO);
    assertThat(RetryAfter.parse("soon", NOW)).isEmpty();
    assertThat(RetryAfter.parse("-3", NOW)).isEmpty();
  }
}
