package org.galton.task.judge.answer;

import java.util.List;
import java.util.Optional;

/** Whether what a model thinks before it answers is searched for the answer. */
public enum Thoughts {
  /** Only what follows the last closing tag counts; an opening tag may stand in the prompt. */
  SKIPPED,
  SEARCHED;

  private static final List<String> OPENING =
      List.of("<think>", "<thinking>", "<reasoning>", "<|channel|>analysis<|message|>", "◁think▷");
  private static final List<String> CLOSING =
      List.of("</think>", "</thinking>", "</reasoning>", "<|channel|>final<|message|>", "◁/think▷");

  /** What follows all thinking; blank where it never ends, so that nothing of it is an answer. */
  public static String without(String completion) {
    return SKIPPED.visible(completion).orElse("");
  }

  /** What is searched; empty where the thinking never ends. */
  Optional<String> visible(String completion) {
    if (this == SEARCHED) {
      return Optional.of(completion);
    }
    if (completion.indexOf('<') < 0 && completion.indexOf('◁') < 0) {
      return Optional.of(completion);
    }
    int from = 0;
    for (String tag : CLOSING) {
      int at = completion.lastIndexOf(tag);
      from = at < 0 ? from : Math.max(from, at + tag.length());
    }
    String visible = completion.substring(from);
    return OPENING.stream().anyMatch(visible::contains) ? Optional.empty() : Optional.of(visible);
  }
}
