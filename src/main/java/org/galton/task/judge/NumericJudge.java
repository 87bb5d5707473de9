package org.galton.task.judge;

import java.math.BigDecimal;
import org.galton.task.Judge;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.galton.task.judge.answer.AnswerSearch;
import org.galton.task.judge.math.MathNotation;
import org.galton.task.judge.math.MathRules;
import org.galton.task.judge.value.ValueComparison;
import org.galton.task.judge.value.ValueScope;

/**
 * A number is the answer, or an expression of numbers: the mathematics of {@link MathJudge}, and
 * nothing with names. Where the completion commits itself to no answer, its last number counts; a
 * number that is part of what cannot be read is none.
 *
 * @param marker if not empty, only what follows its last occurrence is read
 * @param style whose rules count; those of others know no marker and no rules
 */
public record NumericJudge(String marker, MathRules rules, NumericStyle style) implements Judge {
  public NumericJudge {
    if (style != NumericStyle.GALTON
        && !(marker.isEmpty() && rules.equals(MathRules.withDefaults()))) {
      throw new IllegalArgumentException(
          "Invalid style %s with a marker, a tolerance or another rule: it takes a number by its own pattern and compares texts; leave the other keys out"
              .formatted(style.word()));
    }
  }

  NumericJudge(String marker, MathRules rules) {
    this(marker, rules, NumericStyle.GALTON);
  }

  /**
   * @param tolerance largest absolute difference; 0 wants equality, for which 1.50 equals 1.5
   */
  public NumericJudge(String marker, BigDecimal tolerance) {
    this(marker, MathRules.withDefaults().withTolerance(tolerance, BigDecimal.ZERO));
  }

  /** The answer wherever it stands, without a tolerance. */
  public static NumericJudge withDefaults() {
    return new NumericJudge("", MathRules.withDefaults());
  }

  @Override
  public String scorer() {
    return style == NumericStyle.GALTON
        ? "jsonl-numeric/4{marker=%s,%s}".formatted(marker, RuleKeys.scorer(rules))
        : "jsonl-numeric/4{style=%s}".formatted(style.word());
  }

  @Override
  public String expectedReference() {
    return "a number such as -1.5, 1/3 or 40%";
  }

  @Override
  public boolean accepts(Prompt prompt) {
    return comparison().reference(reference(prompt)).isNumber();
  }

  @Override
  public Verdict judge(Prompt prompt, String completion) {
    return TextAnswer.narrow(
        style == NumericStyle.GALTON
            ? comparison().verdict(prompt.reference(), completion)
            : style.verdict(prompt.reference(), completion));
  }

  /** A log of lm-evaluation-harness has the whole solution as reference. */
  private String reference(Prompt prompt) {
    return style == NumericStyle.GALTON
        ? prompt.reference()
        : NumericStyle.compared(prompt.reference());
  }

  private ValueComparison comparison() {
    return new ValueComparison(
        AnswerSearch.withDefaults().withMarker(marker),
        rules,
        MathNotation.ofReferences(),
        ValueScope.CONSTANTS);
  }
}
