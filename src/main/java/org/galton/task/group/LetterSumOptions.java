package org.galton.task.group;

import java.io.Serializable;
import java.util.List;
import org.galton.game.Style;
import org.galton.game.letters.LetterSum;
import org.galton.game.letters.Lexicon;
import org.galton.game.letters.WordList;
import org.galton.game.walk.WalkRules;

/**
 * How a {@link LetterSumTask} walks.
 *
 * @param words which count, and how they are asked for
 * @param starts words that count, at least one, none twice
 */
public record LetterSumOptions(WalkRules walk, LetterSum words, List<String> starts)
    implements Serializable {

  public LetterSumOptions {
    starts = List.copyOf(starts);
    if (starts.isEmpty() || starts.stream().distinct().count() < starts.size()) {
      throw new IllegalArgumentException(
          "Invalid starts %s: expected one or more words, none twice".formatted(starts));
    }
    for (String start : starts) {
      if (!words.isState(start)) {
        throw new IllegalArgumentException(refusal(start, words));
      }
    }
  }

  /** From {@code buzzy} to listed words that sum to 100, asked for in prose. */
  public static LetterSumOptions defaults() {
    return new LetterSumOptions(
        WalkRules.defaults(),
        new LetterSum(WordList.SUM, Lexicon.LISTED, Style.PROSE),
        List.of("buzzy"));
  }

  public LetterSumOptions withWalk(WalkRules other) {
    return new LetterSumOptions(other, words, starts);
  }

  public LetterSumOptions withWords(LetterSum other) {
    return new LetterSumOptions(walk, other, starts);
  }

  public LetterSumOptions withStarts(String... others) {
    return new LetterSumOptions(walk, words, List.of(others));
  }

  private static String refusal(String start, LetterSum words) {
    int length = start.length();
    if (length == 0
        || length > LetterSum.LONGEST_WORD
        || start.chars().anyMatch(letter -> letter < 'a' || letter > 'z')) {
      return "Invalid start '%s': expected a word of 1 to %d letters from a to z"
          .formatted(start, LetterSum.LONGEST_WORD);
    }
    int sum = LetterSum.of(start);
    return sum == words.sum()
        ? "Invalid start '%s': it is not in the word list; expected a word that is, or words: any"
            .formatted(start)
        : "Invalid start '%s': its letters sum to %d, expected %d"
            .formatted(start, sum, words.sum());
  }
}
