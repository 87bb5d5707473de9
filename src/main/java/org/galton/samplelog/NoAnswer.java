package org.galton.samplelog;

import java.util.Locale;
import java.util.Set;

/**
 * What tools put in place of an answer where they found none. It must not be taken for one: all
 * rollouts without an answer would vote for it.
 */
final class NoAnswer {
  /** The harness's filters, its Minerva tasks, and verl's reward functions; in lower case. */
  private static final Set<String> WORDS = Set.of("[invalid]", "[invalidanswer]");

  /** What Inspect's scorers of patterns explain a score without an answer with. */
  private static final String PATTERN = "Scoring pattern not matched in output:";

  private NoAnswer() {}

  /** The answer, or nothing. */
  static String orEmpty(String answer) {
    return WORDS.contains(answer.strip().toLowerCase(Locale.ROOT)) ? "" : answer;
  }

  /** Whether an explanation says that there is none. */
  static boolean isExplained(String explanation) {
    return explanation.startsWith(PATTERN);
  }
}
