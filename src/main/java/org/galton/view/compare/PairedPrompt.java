package org.galton.view.compare;

import java.util.Arrays;
import java.util.Optional;
import org.galton.report.Figures;
import org.galton.spec.InvalidInput;
import org.galton.view.row.ShownValue;
import org.galton.view.web.Parameters;

/**
 * A prompt that two cells share.
 *
 * @param first share of right rollouts in A; null where it has no verdict
 * @param second in B
 */
record PairedPrompt(String promptId, String cluster, Double first, Double second, String query) {
  /** How B did beside A. */
  enum Result {
    WON("won", "b.rate > a.rate"),
    LOST("lost", "b.rate < a.rate"),
    TIED("tied", "b.rate = a.rate");

    private final String word;
    private final String condition;

    Result(String word, String condition) {
      this.word = word;
      this.condition = condition;
    }

    /**
     * The one that an address asks for; nothing where it asks for none.
     *
     * @throws InvalidInput when there is no such result
     */
    static Optional<Result> in(Parameters parameters) {
      return parameters
          .find("result")
          .map(
              word ->
                  Arrays.stream(values())
                      .filter(result -> result.word.equals(word))
                      .findFirst()
                      .orElseThrow(
                          () ->
                              new InvalidInput(
                                  "Cannot filter by result: '%s' is none; expected one of won, lost, tied"
                                      .formatted(word))));
    }

    /** On the rates of both cells. */
    String condition() {
      return condition;
    }
  }

  boolean isShort() {
    return first == null || second == null;
  }

  double difference() {
    return second - first;
  }

  Result result() {
    return difference() > 0 ? Result.WON : difference() < 0 ? Result.LOST : Result.TIED;
  }

  public String word() {
    return result().word;
  }

  public String ofA() {
    return Figures.percent(first);
  }

  public String ofB() {
    return Figures.percent(second);
  }

  public String change() {
    return Figures.points(difference());
  }

  public String shortId() {
    return ShownValue.shortId(promptId);
  }
}
