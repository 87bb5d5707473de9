package org.example;

import org.galton.task.Judge;
import org.galton.task.Prompt;
import org.galton.task.Verdict;

/** A judge: the last line that is not blank is the answer, without what it begins with. */
record LastLine(String after) implements Judge {
  @Override
  public String scorer() {
    return "last-line/1{after=" + after + "}";
  }

  @Override
  public String expectedReference() {
    return "one line";
  }

  @Override
  public boolean accepts(Prompt prompt) {
    return prompt.reference().lines().count() == 1;
  }

  @Override
  public Verdict judge(Prompt prompt, String completion) {
    String last =
        completion.lines().filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
    String answer = last.startsWith(after) ? last.substring(after.length()).strip() : "";
    boolean correct = answer.equals(prompt.reference().strip());
    return new Verdict(answer, correct, false, correct ? 1 : 0);
  }
}
