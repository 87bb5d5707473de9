package org.galton.view.conversation;

import java.util.List;
import java.util.Map;
import org.galton.game.letters.LetterSum;
import org.galton.game.walk.Step;
import org.galton.game.walk.Votes;
import org.galton.task.group.LetterSumOptions;

/**
 * A step of a walk.
 *
 * @param target where it ended; the source where it stayed or escaped
 * @param kind {@code new}, {@code again}, {@code stayed} or {@code escape}
 * @param note the kind in words
 * @param answers all of a vote; of a single answer only where it says more than the target does
 */
public record WalkStep(
    int number, String source, String target, String kind, String note, List<SaidWord> answers) {
  /**
   * @param known states before this step
   */
  static WalkStep of(
      LetterSumOptions options, int number, Step step, Map<String, VisitedState> known) {
    String target = step.target().orElse(step.source());
    VisitedState before = known.get(target);
    List<SaidWord> answers = answers(options.words(), step);
    if (step.target().isEmpty()) {
      return new WalkStep(number, target, target, "escape", "no word that counts", answers);
    }
    if (!step.moved()) {
      String why = agrees(options, step) ? "stayed" : "stayed: no agreement";
      return new WalkStep(number, target, target, "stayed", why, answers);
    }
    return before == null
        ? new WalkStep(number, step.source(), target, "new", "new", answers)
        : new WalkStep(number, step.source(), target, "again", again(before), answers);
  }

  private static String again(VisitedState before) {
    return before.first() == 0 ? "again: the start" : "again: found in step " + before.first();
  }

  /** Whether the vote was for the word itself. */
  private static boolean agrees(LetterSumOptions options, Step step) {
    Votes votes = options.walk().votes();
    return step.answers().stream()
            .filter(
                answer -> options.words().state(answer).filter(step.source()::equals).isPresent())
            .count()
        >= votes.accept();
  }

  private static List<SaidWord> answers(LetterSum words, Step step) {
    return step.answers().stream()
        .filter(
            answer ->
                step.answers().size() > 1 || !answer.strip().equals(step.target().orElse(null)))
        .map(answer -> SaidWord.of(words, answer))
        .toList();
  }

  public boolean moved() {
    return !target.equals(source);
  }
}
