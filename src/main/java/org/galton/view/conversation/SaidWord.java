package org.galton.view.conversation;

import java.util.Optional;
import org.galton.game.letters.LetterSum;
import org.galton.game.walk.Step;
import org.galton.report.VisibleText;

/**
 * An answer of a walk's step.
 *
 * @param fault why it is no word that counts; empty where it is one
 */
public record SaidWord(String text, String fault) {
  static SaidWord of(LetterSum words, String answer) {
    Optional<String> fault = words.fault(answer);
    return new SaidWord(VisibleText.line(answer, Step.LONGEST_ANSWER), fault.orElse(""));
  }
}
