package org.galton.samplelog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run of HAL's harness: one agent on the tasks of one benchmark.
 *
 * @param place the file, for messages
 * @param agent its name, scaffold and often model in one
 * @param models that were asked, as the run's totals name them
 * @param model the one that the agent was started with; empty where the run does not tell
 * @param effort of reasoning that the agent was started with; empty where the run does not tell
 * @param right by task, in the file's order: whether it is among the successful ones
 * @param seconds by task, where known
 * @param tokens prompt and completion by task; empty where only totals are known, or nothing
 * @param totalTokens prompt and completion of the whole run; empty where it does not tell
 * @param dollars of the whole run; null where it does not tell
 * @param notes what is not known of single tasks, and why
 */
public record HalRun(
    String place,
    String runId,
    String agent,
    String benchmark,
    String date,
    List<String> models,
    Optional<String> model,
    Optional<String> effort,
    Map<String, Boolean> right,
    Map<String, Double> seconds,
    Optional<Map<String, Tokens>> tokens,
    Optional<Tokens> totalTokens,
    Double dollars,
    List<String> notes) {

  /** Of prompts and completions. */
  public record Tokens(long prompt, long completion) {
    static final Tokens NONE = new Tokens(0, 0);

    Tokens plus(Tokens other) {
      return new Tokens(
          Math.addExact(prompt, other.prompt), Math.addExact(completion, other.completion));
    }
  }
}
