package org.galton.sweep;

import java.util.List;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.Task;
import org.galton.task.Verdict;

/** A task of the name t without prompts, which is of no kind that a spec could name. */
record EmptyTask() implements Task {
  @Override
  public String name() {
    return "t";
  }

  @Override
  public List<Prompt> prompts(Split split, int count, long seed) {
    return List.of();
  }

  @Override
  public String scorer() {
    return "none/1";
  }

  @Override
  public Verdict verify(Prompt prompt, String completion) {
    return new Verdict("", false, false, 0);
  }
}
