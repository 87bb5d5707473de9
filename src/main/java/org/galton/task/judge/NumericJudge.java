package org.galton.task.judge;

import java.math.BigDecimal;
import java.util.Optional;
import org.galton.task.Judge;
import org.galton.task.MarkedAnswer;
import org.galton.task.Prompt;
import org.galton.task.Verdict;

/**
 * A number is the answer: right if it is no further from the reference than the tolerance. Signs,
 * fractions, separators of thousands, powers and percent are read; what goes on as no number does,
 * or is part of an expression, is no answer. Beside a reference without the sign, 28% is 28 or
 * 0.28.
 *
 * @param marker the number is the first after its last occurrence, on its line or the next that
 *     says something; if empty, the last number of the completion
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
    return "jsonl-numeric/2{marker=%s,tolerance=%s}".formatted(marker, tolerance);
  }

  @Override
  public String expectedReference() {
    return "a number such as -1.5, 1/3 or 40%";
  }

  @Override
  public boolean accepts(Prompt prompt) {
    return NumberReader.whole(prompt.reference()).isPresent();
  }

  @Override
  public Verdict judge(Prompt prompt, String completion) {
    Optional<NumericAnswer> answer =
        marker.isEmpty()
            ? NumberReader.last(completion)
            : MarkedAnswer.lineOrNext(completion, marker).flatMap(NumberReader::first);
    boolean correct =
        answer.isPresent()
            && NumberReader.whole(prompt.reference())
                .filter(right -> right.near(answer.get(), tolerance))
                .isPresent();
    return new Verdict(
        answer.map(NumericAnswer::canonical).orElse(""), correct, false, correct ? 1 : 0);
  }
}
