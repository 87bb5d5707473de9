package org.galton.task.judge;

import java.util.Locale;
import org.galton.task.Judge;
import org.galton.task.Prompt;
import org.galton.task.Verdict;

/**
 * The whole completion is the answer: right if it equals the reference, both without surrounding
 * blanks.
 */
public record ExactJudge(LetterCase letterCase) implements Judge {

  /** Whether capital and small letters differ. */
  public enum LetterCase {
    DISTINGUISHED,
    IGNORED
  }

  @Override
  public String scorer() {
    return "jsonl-exact/1{ignore_case=" + (letterCase == LetterCase.IGNORED) + "}";
  }

  @Override
  public String expectedReference() {
    return "a text";
  }

  @Override
  public boolean accepts(Prompt prompt) {
    return true;
  }

  @Override
  public Verdict judge(Prompt prompt, String completion) {
    return TextAnswer.compare(canonical(prompt.reference()), canonical(completion));
  }

  private String canonical(String text) {
    String stripped = text.strip();
    return letterCase == LetterCase.IGNORED ? stripped.toLowerCase(Locale.ROOT) : stripped;
  }
}
