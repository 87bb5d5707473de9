package org.galton.samplelog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A score of Inspect as a verdict. Values count as in Inspect's own accuracy: C, yes and true are
 * 1, P is 0.5, I, N, no and false are 0, numbers and texts of numbers themselves. NaN is a score
 * that Inspect leaves out of its metrics.
 *
 * @param name of the scorer
 * @param rightFrom the least value that is right; where it is not given only 0 and 1 are verdicts
 */
record InspectScore(String name, OptionalDouble rightFrom) {
  private static final double PARTIAL = 0.5;
  private static final String EXPECTED =
      "0 or 1 (I or C); name the least value that is right with --right-from";

  /** Tells verdicts of one scorer apart where they were read differently. */
  String scorer() {
    return "inspect/"
        + name
        + (rightFrom.isPresent() ? "{right_from=" + rightFrom.getAsDouble() + "}" : "");
  }

  /** Empty where the sample has no score of this name. */
  Optional<LoggedVerdict> verdict(LogLine sample, String completion) {
    JsonNode score = sample.at("/scores").path(name);
    if (!score.isObject()) {
      return Optional.empty();
    }
    JsonNode value = score.path("value");
    if (value.isNull() || value.isMissingNode() || Double.isNaN(value.asDouble())) {
      return Optional.of(LoggedVerdict.none("score '" + name + "' has no value"));
    }
    boolean right = isRight(sample, value);
    boolean none = value.asText().equals("N") || NoAnswer.isExplained(explanation(score));
    return Optional.of(LoggedVerdict.of(right, none ? "" : answer(score, completion)));
  }

  private static String answer(JsonNode score, String completion) {
    JsonNode answer = score.path("answer");
    return answer.isTextual() ? NoAnswer.orEmpty(answer.asText()) : completion;
  }

  private static String explanation(JsonNode score) {
    return score.path("answer").isTextual() ? "" : score.path("explanation").asText();
  }

  private boolean isRight(LogLine sample, JsonNode value) {
    OptionalDouble number = number(value);
    if (number.isEmpty()) {
      throw refused(sample, value, "C, I, P, N, a number or a truth value; --score names another");
    }
    double found = number.getAsDouble();
    if (rightFrom.isEmpty() && found != 0 && found != 1) {
      throw refused(sample, value, EXPECTED);
    }
    return found >= rightFrom.orElse(1);
  }

  private RuntimeException refused(LogLine sample, JsonNode value, String expected) {
    return sample.refused("score '%s' is %s".formatted(name, value), expected);
  }

  private static OptionalDouble number(JsonNode value) {
    if (value.isNumber()) {
      return OptionalDouble.of(value.asDouble());
    }
    if (!value.isTextual() && !value.isBoolean()) {
      return OptionalDouble.empty();
    }
    return switch (value.asText()) {
      case "C" -> OptionalDouble.of(1);
      case "P" -> OptionalDouble.of(PARTIAL);
      case "I", "N" -> OptionalDouble.of(0);
      default ->
          switch (value.asText().toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> OptionalDouble.of(1);
            case "no", "false" -> OptionalDouble.of(0);
            default -> parsed(value.asText());
          };
    };
  }

  private static OptionalDouble parsed(String text) {
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
