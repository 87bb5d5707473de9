package org.galton.task.judge.answer;

import static java.util.stream.Collectors.groupingBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Some words to look for in a text of small letters, by their first letter: at most places of a
 * text none of them begins.
 */
final class Words {
  /** Begins a phrase that is the end of a word. */
  private static final String SUFFIX = "*";

  private static final int LATIN = 256;
  private static final String[] NONE = {};

  /** Longest first, by first letter: of small code points, and of all others. */
  private final String[][] latin = new String[LATIN][];

  private final Map<Character, String[]> others = new HashMap<>();
  private final List<String> suffixes;
  private final boolean hasEmpty;
  private final Set<String> all;

  Words(List<String> words) {
    Arrays.fill(latin, NONE);
    suffixes = words.stream().filter(w -> w.startsWith(SUFFIX)).map(w -> w.substring(1)).toList();
    hasEmpty = words.contains("");
    all = Set.copyOf(words);
    words.stream()
        .filter(word -> !word.isEmpty())
        .sorted(Comparator.comparingInt(String::length).reversed())
        .collect(groupingBy(word -> word.charAt(0)))
        .forEach((letter, some) -> put(letter, some.toArray(String[]::new)));
  }

  private void put(char letter, String[] some) {
    if (letter < LATIN) {
      latin[letter] = some;
    } else {
      others.put(letter, some);
    }
  }

  private String[] beginningWith(char letter) {
    return letter < LATIN ? latin[letter] : others.getOrDefault(letter, NONE);
  }

  /** Where the longest that stands at a place ends; -1 where none does. */
  int endOfLongest(String text, int at) {
    if (at < text.length()) {
      String[] words = beginningWith(text.charAt(at));
      if (words.length > 0 && !WordMatch.isWithin(text, at)) {
        for (String word : words) {
          if (WordMatch.at(text, at, word)) {
            return at + word.length();
          }
        }
      }
    }
    return hasEmpty && at <= text.length() ? at : -1;
  }

  /** Whether a text is one of them. */
  boolean contains(String text) {
    return all.contains(text);
  }

  /** Whether one of them stands anywhere, or one that is the end of a word ends a word. */
  boolean isIn(String text) {
    for (int at = 0; at < text.length(); at++) {
      String[] words = beginningWith(text.charAt(at));
      if (words.length == 0 || WordMatch.isWithin(text, at)) {
        continue;
      }
      for (String word : words) {
        if (!word.startsWith(SUFFIX) && WordMatch.at(text, at, word)) {
          return true;
        }
      }
    }
    return hasEmpty || suffixes.stream().anyMatch(end -> WordMatch.endsWord(text, end));
  }
}
