package org.galton.task.group;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galton.game.Style;
import org.galton.game.letters.LetterSum;
import org.galton.game.letters.Lexicon;
import org.galton.game.letters.WordList;
import org.galton.game.walk.Sampler;
import org.galton.game.walk.Votes;
import org.galton.game.walk.WalkRules;
import org.galton.game.walk.Walker;

/**
 * How a {@link LetterSumTask} walks.
 *
 * @param words which count, and how they are asked for
 * @param starts words that count, at least one, none twice
 */
public record LetterSumOptions(WalkRules walk, LetterSum words, List<String> starts)
    implements Serializable {
  private static final String FROM_POOL = "a word found so far";
  private static final String FROM_LAST = "the last word";
  private static final String LISTED = "listed words";
  private static final String ANY = "letters";

  private static final Pattern TEXT =
      Pattern.compile(
          "walk from ([a-z]{1,30}): ([0-9]{1,4}) steps, each from (%s|%s), votes ([0-9]{1,2}:[0-9]{1,2}), (%s|%s) that sum to ([0-9]{1,3}), (prose/1|marks/1)"
              .formatted(FROM_POOL, FROM_LAST, LISTED, ANY));

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

  /** All that is known of a walk from a word before it is taken. */
  String text(String start) {
    return "walk from %s: %d steps, each from %s, votes %s, %s that sum to %d, %s"
        .formatted(
            start,
            walk.steps(),
            switch (walk.sampler()) {
              case POOL -> FROM_POOL;
              case CHAIN -> FROM_LAST;
            },
            walk.votes(),
            words.lexicon() == Lexicon.LISTED ? LISTED : ANY,
            words.sum(),
            words.version());
  }

  /**
   * Reads a prompt's text, as {@link LetterSumTask} writes it: with the start of its walk alone.
   * Empty where it is something else.
   */
  public static Optional<LetterSumOptions> read(String text) {
    Matcher told = TEXT.matcher(text);
    if (!told.matches()) {
      return Optional.empty();
    }
    try {
      return Votes.parse(told.group(4))
          .map(
              votes ->
                  new LetterSumOptions(
                      new WalkRules(
                          told.group(3).equals(FROM_POOL) ? Sampler.POOL : Sampler.CHAIN,
                          votes,
                          Integer.parseInt(told.group(2))),
                      new LetterSum(
                          Integer.parseInt(told.group(6)),
                          told.group(5).equals(LISTED) ? Lexicon.LISTED : Lexicon.ANY,
                          told.group(7).startsWith("marks") ? Style.MARKS : Style.PROSE),
                      List.of(told.group(1))));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // Numbers or a start that no walk has.
    }
  }

  /** Walks from the first start. */
  public Walker walker() {
    return walker(starts.get(0));
  }

  Walker walker(String start) {
    return new Walker(walk, words, start);
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
