package org.galton.task.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.galton.task.IndexedStream;
import org.galton.task.Prompt;
import org.galton.task.PromptId;
import org.galton.task.Split;

/**
 * Prompts that are episodes of an environment by their seeds: the same seeds in the same order for
 * every environment, whoever plays it and however it is put.
 *
 * @param task the task's name
 * @param environment its id
 * @param text all that is known of the episode of a seed before it is played
 */
public record SeededPrompts(String task, String environment, LongFunction<String> text) {

  /**
   * @param count of the first ones of a split
   */
  public List<Prompt> of(Split split, int count, long seed) {
    List<Prompt> prompts = new ArrayList<>(count);
    for (int number = 1; number <= count; number++) {
      prompts.add(
          prompt(
              new IndexedStream(seed, EnvironmentTask.NAME + " " + split.name(), number).next()
                  >>> 1));
    }
    return prompts;
  }

  private Prompt prompt(long seed) {
    String known = text.apply(seed);
    String reference = Long.toString(seed);
    String id = PromptId.of(task, known, reference);
    return new Prompt(
        id, task, id, known, reference, Map.of("environment", environment, "seed", reference));
  }
}
