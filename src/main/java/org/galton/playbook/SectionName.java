package org.galton.playbook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Names of a playbook's sections. Two are of one section where their keys are equal: lower case,
 * {@code &} as {@code and}, and {@code _} for blanks and hyphens, so that an operation for {@code
 * problem_solving_heuristics} finds {@code PROBLEM-SOLVING HEURISTICS}.
 */
public final class SectionName {
  /** Of bullets whose section is unknown. */
  public static final String OTHERS = "OTHERS";

  private static final int LETTERS_OF_ONE_WORD = 4;
  private static final int MOST_INITIALS = 5;

  /** As the released implementation of ACE has them. */
  private static final Map<String, String> SLUGS =
      Map.of(
          "financial_strategies_and_insights", "fin",
          "formulas_and_calculations", "calc",
          "code_snippets_and_templates", "code",
          "common_mistakes_to_avoid", "err",
          "problem_solving_heuristics", "prob",
          "context_clues_and_indicators", "ctx",
          "others", "misc",
          "meta_strategies", "meta");

  private SectionName() {}

  /** What names of one section share. */
  public static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace("&", "and").replaceAll("[\\s\\-_]+", "_");
  }

  /**
   * What ids of its bullets begin with: of a known section the short name of ACE, else the first
   * four letters of one word, or the initials of up to five.
   */
  public static String slug(String name) {
    String key = key(name);
    String known = SLUGS.get(key);
    if (known != null) {
      return known;
    }
    String[] words =
        Arrays.stream(key.split("_", -1))
            .map(word -> word.replaceAll("[^a-z0-9]", ""))
            .filter(word -> !word.isEmpty())
            .toArray(String[]::new);
    if (words.length == 0) {
      return SLUGS.get("others");
    }
    return words.length == 1
        ? words[0].substring(0, Math.min(LETTERS_OF_ONE_WORD, words[0].length()))
        : Arrays.stream(words)
            .limit(MOST_INITIALS)
            .map(word -> word.substring(0, 1))
            .collect(Collectors.joining());
  }
}
