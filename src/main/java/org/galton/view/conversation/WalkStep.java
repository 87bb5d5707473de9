package org.galton.view.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.galton.game.letters.LetterSum;
import org.galton.game.walk.Step;
import org.galton.report.VisibleText;

/**
 * A step of a walk.
 *
 * @param target where it ended; the source where it stayed or escaped
 * @param kind {@code new}, {@code again}, {@code stayed} or {@code escape}
 * @param note the kind in words
 * @param answers those that say more than the target does
 */
public record WalkStep(
    int number, String source, String target, String kind, String note, List<String> answers) {
  static WalkStep of(
      LetterSum words, int number, Step step, Map<String, VisitedState> known) {
    String target = step.target().orElse(step.source());
    List<String> answers = answers(words, step);
    if (step.target().isEmpty()) {
      return new WalkStep(number, step.source(), target, "escape", "no word that counts", answers);
    }
    if (!step.moved()) {
      return new WalkStep(number, step.source(), target, "stayed", "stayed", answers);
    }
    VisitedState before = known.get(target);
    return before == null
        ? new WalkStep(number, step.source(), target, "new", "new", answers)
        : new WalkStep(number, step.source(), target, "again", again(before), answers);
  }

  private static String again(VisitedState before) {
    return before.first() == 0 ? "again: the start" : "again: found in step " + before.first();
  }

  private static List<String> answers(LetterSum words, Step step) {
    List<String> answers = new ArrayList<>();
    for (String answer : step.answers()) {
      if (step.answers().size() > 1 || !answer.strip().equals(step.target().orElse(null))) {
        String said = VisibleText.line(answer, Step.LONGEST_ANSWER);
        answers.add(
            (said.isEmpty() ? "nothing" : said)
                + words.fault(answer).map(fault -> " (" + fault + ")").orElse(""));
      }
    }
    return answers;
  }

  public boolean moved() {
    return !target.equals(source);
  }
}
