package org.galton.job.samples;

import java.util.List;
import java.util.Optional;
import org.galton.task.Judge;
import org.galton.task.Prompt;
import org.galton.task.Scorer;
import org.galton.task.Split;
import org.galton.task.Task;
import org.galton.task.Verdict;
import org.galton.task.Verifier;

/**
 * The task of a log as judges see it: its prompts are those that are stored, and none is asked.
 *
 * @param judges at least one, of which the first gives the verdicts that figures are made of
 */
record LoggedTask(String name, List<Judge> judges) implements Task {
  LoggedTask {
    judges = List.copyOf(judges);
  }

  @Override
  public String scorer() {
    return judges.get(0).scorer();
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

  @Override
  public Verdict verify(Prompt prompt, String completion) {
    return judges.get(0).judge(prompt, completion);
  }

  @Override
  public Verifier verifier() {
    return judges.get(0).verifier();
  }

  @Override
  public boolean isTriedFirst() {
    return judges.get(0).isTriedFirst();
  }

  @Override
  public Optional<String> judgingModel() {
    return judges.get(0).judgingModel();
  }

  @Override
  public List<Scorer> furtherScorers() {
    return List.copyOf(judges.subList(1, judges.size()));
  }
}
