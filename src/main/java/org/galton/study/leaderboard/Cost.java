package org.galton.study.leaderboard;

import java.util.Optional;
import org.galton.leaderboard.Price;
import org.galton.numerics.Optionals;

/**
 * What a rollout cost; each part is null where it is not known.
 *
 * @param basis how its dollars are known
 */
record Cost(Long promptTokens, Long completionTokens, Double seconds, Double dollars, Basis basis) {

  /** How dollars are known. */
  enum Basis {
    TOKENS("tokens"),
    HOURS("device hours"),
    GIVEN("given"),
    NONE("");

    private final String words;

    Basis(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** By a price; without dollars where there is none. */
  static Cost priced(
      Long promptTokens, Long completionTokens, Double seconds, Optional<Price> price) {
    return new Cost(
        promptTokens,
        completionTokens,
        seconds,
        price
            .map(known -> Optionals.orNull(known.of(promptTokens, completionTokens, seconds)))
            .orElse(null),
        price.map(known -> known.isByToken() ? Basis.TOKENS : Basis.HOURS).orElse(Basis.NONE));
  }

  /** Of dollars that are given. */
  static Cost given(Long promptTokens, Long completionTokens, Double seconds, double dollars) {
    return new Cost(promptTokens, completionTokens, seconds, dollars, Basis.GIVEN);
  }

  /** Of prompt and completion; null where one is not known. */
  boolean hasTokens() {
    return promptTokens != null && completionTokens != null;
  }
}
