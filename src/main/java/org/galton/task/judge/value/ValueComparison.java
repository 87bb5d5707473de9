package org.galton.task.judge.value;

import org.galton.task.Verdict;
import org.galton.task.judge.answer.AnswerSearch;
import org.galton.task.judge.answer.CleanText;
import org.galton.task.judge.answer.FoundAnswer;
import org.galton.task.judge.answer.FoundAnswer.Absent;
import org.galton.task.judge.answer.FoundAnswer.Declined;
import org.galton.task.judge.answer.FoundAnswer.Found;
import org.galton.task.judge.math.MathAnswer;
import org.galton.task.judge.math.MathDecision;
import org.galton.task.judge.math.MathEquality;
import org.galton.task.judge.math.MathNotation;
import org.galton.task.judge.math.MathReader;
import org.galton.task.judge.math.MathRules;

/** Compares the one answer of a completion with a reference. */
public record ValueComparison(
    AnswerSearch search, MathRules rules, MathNotation notation, ValueScope scope) {
  private static final int LONGEST_DETAIL = 300;
  private static final int SHOWN = 120;

  /** A reference that is no mathematics is words. */
  public MathAnswer reference(String text) {
    String clean = ValueText.content(CleanText.of(text));
    return MathReader.whole(clean, notation).orElseGet(() -> MathAnswer.text(clean));
  }

  public Verdict verdict(String referenceText, String completion) {
    MathAnswer reference = reference(referenceText);
    ValueReader reader =
        new ValueReader(reference, referenceText, notation.forAnswersTo(reference), search, scope);
    FoundAnswer<ReadValue> found = search.in(completion, reader);
    if (found instanceof Found<ReadValue> answer) {
      return compared(reference, answer.answer(), answer.hit().place().shown());
    }
    if (found instanceof Declined<ReadValue> declined) {
      return search.declines(referenceText)
          ? compared(
              reference,
              new ReadValue(MathAnswer.text(declined.said()), declined.said()),
              declined.foundBy())
          : new Verdict(
              "",
              false,
              true,
              0,
              declined.foundBy(),
              detail("declined: " + shown(declined.said())));
    }
    return new Verdict("", false, false, 0, "", ((Absent<ReadValue>) found).reason());
  }

  private Verdict compared(MathAnswer reference, ReadValue read, String foundBy) {
    MathDecision decision = MathEquality.decide(reference, read.answer(), rules);
    return new Verdict(
        read.answer().normalForm(),
        decision.equal(),
        false,
        decision.equal() ? 1 : 0,
        foundBy,
        detail("'%s': %s".formatted(shown(read.text()), decision.how())));
  }

  private static String shown(String text) {
    String line = text.replace('\n', ' ');
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }

  private static String detail(String text) {
    return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL - 1) + "…";
  }
}
