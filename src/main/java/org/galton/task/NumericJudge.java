package org.galton.task;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number is the answer: right if it is no further from the reference than the tolerance.
 *
 * @param marker the number is what follows its last occurrence; if empty, the last number of the
 *     completion
 * @param tolerance largest absolute difference; 0 wants decimal equality, for which 1.50 equals 1.5
 */
public record NumericJudge(String marker, BigDecimal tolerance) implements Judge {

  public NumericJudge {
    if (tolerance.signum() < 0) {
      throw new IllegalArgumentException("Invalid tolerance " + tolerance + ": expected 0 or more");
    }
    tolerance = tolerance.signum() == 0 ? BigDecimal.ZERO : tolerance.stripTrailingZeros();
  }

  /** The last number of the completion, exactly. */
  public static NumericJudge withDefaults() {
    return new NumericJudge("", BigDecimal.ZERO);
  }

  @Override
  public String scorer() {
    return "jsonl-numeric/1{marker=%s,tolerance=%s}".formatted(marker, tolerance);
  }

  @Override
  public String expectedReference() {
    return "a decimal number such as -1.5";
  }

  @Override
  public boolean accepts(String reference) {
    return DecimalAnswer.whole(reference).isPresent();
  }

  @Override
  public Verdict judge(String reference, String completion) {
    Optional<BigDecimal> answer =
        marker.isEmpty()
            ? DecimalAnswer.last(completion)
            : MarkedAnswer.line(completion, marker).flatMap(DecimalAnswer::first);
    boolean correct = answer.isPresent() && near(DecimalAnswer.whole(reference), answer.get());
    return new Verdict(
        answer.map(DecimalAnswer::canonical).orElse(""), correct, false, correct ? 1 : 0);
  }

  private boolean near(Optional<BigDecimal> reference, BigDecimal answer) {
    return reference.isPresent()
        && reference.get().subtract(answer).abs().compareTo(tolerance) <= 0;
  }
}
