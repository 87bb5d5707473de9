package org.galton.job;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.galton.task.Prompt;
import org.galton.task.PromptId;
import org.galton.task.Split;
import org.galton.task.Task;
import org.galton.task.Verdict;

/**
 * {@code 0+3=}, {@code 1+3=}, … The answer follows {@code so}.
 *
 * @param version of the verifier; with version "strict" it gives up on answers above 5
 */
public record Sums(String name, String version) implements Task {
  public static final Sums PLAIN = new Sums("sums", "1");

  @Override
  public List<Prompt> prompts(Split split, int count, long seed) {
    return IntStream.range(0, count).mapToObj(this::prompt).toList();
  }

  private Prompt prompt(int number) {
    String text = number + "+3=";
    String reference = Integer.toString(number + 3);
    String id = PromptId.of(name, text, reference);
    return new Prompt(id, name, id, text, reference, Map.of("number", Integer.toString(number)));
  }

  @Override
  public String scorer() {
    return "sums/" + version;
  }

  @Override
  public Verdict verify(Prompt prompt, String completion) {
    String answer = completion.startsWith("so ") ? completion.substring(3) : "";
    if (version.equals("strict") && !answer.isEmpty() && Integer.parseInt(answer) > 5) {
      throw new IllegalArgumentException("too large a number: " + answer);
    }
    boolean correct = answer.equals(prompt.reference());
    return new Verdict(answer, correct, false, correct ? 1 : 0);
  }
}
