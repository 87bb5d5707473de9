package org.galton.task.judge;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.galton.spec.ValueType;
import org.galton.task.Judge;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.galton.task.judge.answer.AnswerSearch;
import org.galton.task.judge.math.MathNotation;
import org.galton.task.judge.math.MathRules;
import org.galton.task.judge.value.ValueComparison;
import org.galton.task.judge.value.ValueScope;

/**
 * A mathematical expression is the answer, or words: right if it is equal to the reference as a
 * value. One answer is searched in the completion and compared. Nothing of it is run.
 *
 * @param search where the answer is searched
 * @param rules when two values are equal
 * @param letters names that are letters and no constants, such as {@code e} and {@code i}
 */
public record MathJudge(AnswerSearch search, MathRules rules, List<String> letters)
    implements Judge {

  private static final int LONGEST = 4_096;

  public MathJudge {
    letters = List.copyOf(new TreeSet<>(letters));
  }

  public static MathJudge withDefaults() {
    return new MathJudge(AnswerSearch.withDefaults(), MathRules.withDefaults(), List.of());
  }

  @Override
  public String scorer() {
    return "math/2{%s,%s,brackets=%s,letters=%s}"
        .formatted(
            SearchKeys.scorer(search),
            RuleKeys.scorer(rules),
            ValueType.written(rules.brackets()),
            String.join(" ", letters));
  }

  @Override
  public String expectedReference() {
    return "a number, an expression, a list, an equation or the like, in LaTeX or plain, of at most"
        + " 4,096 characters; other text is compared word by word";
  }

  @Override
  public boolean accepts(Prompt prompt) {
    return !prompt.reference().isBlank() && prompt.reference().length() <= LONGEST;
  }

  @Override
  public Verdict judge(Prompt prompt, String completion) {
    return TextAnswer.narrow(comparison().verdict(prompt.reference(), completion));
  }

  private ValueComparison comparison() {
    return new ValueComparison(
        search,
        rules,
        MathNotation.ofReferences().withLetters(Set.copyOf(letters)),
        ValueScope.MATHEMATICS);
  }
}
