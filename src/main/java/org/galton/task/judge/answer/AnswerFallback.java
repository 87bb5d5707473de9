package org.galton.task.judge.answer;

/** What counts where a completion commits itself to no answer. */
public enum AnswerFallback {
  /** The last mathematics or the last line. */
  LAST,
  /** Nothing: the completion has no answer. */
  NONE
}
