package org.galton.study.playbook;

import org.galton.playbook.UsedBullets;
import org.galton.task.Judgement;
import org.galton.task.Prompt;
import org.galton.task.Verifier;

/** The verdict on a generator's answer, without the line that names bullets. */
final class AnswerJudge {
  private AnswerJudge() {}

  /**
   * @param whole whether the answer was not cut at its token limit; a cut one is wrong
   */
  static RoleReply judged(
      Verifier verifier, Prompt prompt, String text, boolean whole, int promptTokens, int tokens) {
    if (!whole) {
      return new RoleReply(text, "", false, promptTokens, tokens);
    }
    Judgement judgement = verifier.judge(prompt, UsedBullets.read(text).answer());
    return judgement instanceof Judgement.Given given
        ? new RoleReply(text, "", given.verdict().correct(), promptTokens, tokens)
        : new RoleReply(
            text,
            "no verdict: " + ((Judgement.Missing) judgement).reason(),
            null,
            promptTokens,
            tokens);
  }
}
