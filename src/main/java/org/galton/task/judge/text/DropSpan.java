package org.galton.task.judge.text;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One span of an answer as DROP compares it: split at blanks and hyphens; numbers by value, other
 * words without punctuation and articles. Source: Dua et al. (2019), arXiv:1903.00161, section 5.
 *
 * @param text the words with single blanks
 * @param words each once
 * @param numbers those of the words that are numbers
 */
record DropSpan(String text, Set<String> words, Set<String> numbers) {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:e[+-]?[0-9]+)?");
  private static final Set<String> NAMED = Set.of("nan", "inf", "infinity");

  static DropSpan of(String text) {
    List<String> parts = new ArrayList<>();
    for (String token : text.split("[ -]", -1)) {
      String part = part(token.toLowerCase(Locale.ROOT));
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    String normal = SquadText.orItself(String.join(" ", parts), text);
    Set<String> words = new LinkedHashSet<>(SquadText.words(normal));
    Set<String> numbers = new LinkedHashSet<>(words);
    numbers.removeIf(word -> !isNumber(word));
    return new DropSpan(normal, words, numbers);
  }

  /** 0 where this one has numbers and the answer none of them. */
  double f1(DropSpan answer) {
    boolean meet = numbers.isEmpty() || numbers.stream().anyMatch(answer.numbers::contains);
    return meet ? TokenF1.ofSets(answer.words, words) : 0;
  }

  private static String part(String token) {
    String word = isNumber(token) ? token : SquadText.withoutPunctuation(token);
    String number = isNumber(word) ? value(word.strip()) : word;
    return String.join(" ", WordCharacters.pieces(SquadText.withoutArticles(number)));
  }

  private static boolean isNumber(String word) {
    String bare = word.strip();
    return NAMED.contains(bare)
        || (!bare.isEmpty()
            && "+-.0123456789".indexOf(bare.charAt(0)) >= 0
            && NUMBER.matches(bare));
  }

  private static String value(String number) {
    return NAMED.contains(number) ? number : Double.toString(Double.parseDouble(number));
  }
}
