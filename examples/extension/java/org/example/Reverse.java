package org.example;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.galton.task.Prompt;
import org.galton.task.PromptId;
import org.galton.task.Split;
import org.galton.task.Task;
import org.galton.task.Verdict;

/** A task: {@code abcde reversed is}, to be answered by {@code edcba}. */
record Reverse(String name, int letters) implements Task {
  private static final int MOST_PROMPTS = 10_000;

  /** Draws one word after another, so that more prompts begin with the same ones. */
  @Override
  public List<Prompt> prompts(Split split, int count, long seed) {
    if (count > MOST_PROMPTS) {
      throw new IllegalArgumentException(
          "Cannot draw %d prompts of %s: expected at most %d".formatted(count, name, MOST_PROMPTS));
    }
    SplittableRandom random = new SplittableRandom(31 * seed + split.ordinal());
    Map<String, Prompt> byWord = new LinkedHashMap<>();
    while (byWord.size() < count) {
      StringBuilder word = new StringBuilder();
      for (int i = 0; i < letters; i++) {
        word.append((char) random.nextInt('a', 'z' + 1));
      }
      byWord.computeIfAbsent(word.toString(), this::prompt);
    }
    return List.copyOf(byWord.values());
  }

  private Prompt prompt(String word) {
    String text = word + " reversed is";
    String reference = new StringBuilder(word).reverse().toString();
    String id = PromptId.of(name, text, reference);
    return new Prompt(id, name, id, text, reference, Map.of());
  }

  /** Give another number when {@link #verify} changes: scores are then made again. */
  @Override
  public String scorer() {
    return "reverse/1";
  }

  @Override
  public Verdict verify(Prompt prompt, String completion) {
    String answer = completion.strip();
    boolean correct = answer.equals(prompt.reference());
    return new Verdict(answer, correct, false, correct ? 1 : 0);
  }
}
