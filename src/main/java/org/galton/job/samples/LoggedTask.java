package org.galton.job.samples;

import java.util.List;
import org.galton.task.Judge;
import org.galton.task.JudgedTask;
import org.galton.task.Prompt;
import org.galton.task.Split;

/**
 * The task of a log as judges see it: its prompts are those that are stored, and none is asked.
 *
 * @param judges at least one, of which the first gives the verdicts that figures are made of
 */
record LoggedTask(String name, List<Judge> judges) implements JudgedTask {
  LoggedTask {
    judges = List.copyOf(judges);
  }

  @Override
  public boolean accepts(Prompt prompt) {
    return canJudge(judges.get(0), prompt);
  }

  /** A judge is asked about references that are not blank. */
  static boolean canJudge(Judge judge, Prompt prompt) {
    return !prompt.reference().isBlank() && judge.accepts(prompt);
  }

  @Override
  public List<Prompt> prompts(Split split, int count, long seed) {
    return List.of();
  }
}
