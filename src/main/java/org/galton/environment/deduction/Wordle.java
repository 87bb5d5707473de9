package org.galton.environment.deduction;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.galton.environment.Difficulty;
import org.galton.environment.Effect;
import org.galton.environment.Environment;
import org.galton.environment.Policy;
import org.galton.environment.World;
import org.galton.numerics.SplitMix64;

/**
 * A word of 3 letters in 15 guesses, or of 5 in 25. After a guess G marks a letter in its place, Y
 * one that stands elsewhere, X one that is not in the word; a letter is marked as often as the word
 * has it, places first.
 */
public final class Wordle implements Environment {
  private static final Pattern WORD = Pattern.compile("[a-z]{1,40}");
  private static final String MARKS = "XYG";
  private static final int CODES = 3 * 3 * 3 * 3 * 3;
  private static final int COMPARED = 40;

  private final Difficulty difficulty;
  private final int length;
  private final List<String> words;

  public Wordle(Difficulty difficulty) {
    this.difficulty = difficulty;
    this.length = difficulty.choose(3, 5);
    this.words = Words.of(length);
  }

  @Override
  public String id() {
    return difficulty.of("wordle");
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("letters", Integer.toString(length));
  }

  @Override
  public int turnLimit() {
    return difficulty.choose(15, 25);
  }

  @Override
  public String task() {
    return "Find a hidden English word of %d letters. After each guess every letter is marked: G for a letter in its place, Y for one that stands elsewhere in the word, X for one that is not in it. Your answer is a word."
        .formatted(length);
  }

  @Override
  public World start(long seed) {
    return new Guessed(
        words.get(new SplitMix64(seed).nextInt(words.size())),
        "Guess the word of %d letters.".formatted(length),
        "");
  }

  @Override
  public List<String> actions(String marks) {
    return words;
  }

  /**
   * A word that all marks allow: of the first ones that which leaves fewest on average; at first
   * the word of the list's middle.
   */
  @Override
  public Policy solver() {
    return (marks, chance) -> {
      if (marks.isEmpty()) {
        return words.get(words.size() / 2);
      }
      List<String> left = left(marks);
      String best = left.get(0);
      long fewest = Long.MAX_VALUE;
      for (String guess : left.subList(0, Math.min(COMPARED, left.size()))) {
        int[] sizes = new int[CODES];
        left.forEach(word -> sizes[code(word, guess)]++);
        long squares = 0;
        for (int size : sizes) {
          squares += (long) size * size;
        }
        if (squares < fewest) {
          fewest = squares;
          best = guess;
        }
      }
      return best;
    };
  }

  /** Words that all marks allow. */
  private List<String> left(String marks) {
    List<String> left = words;
    for (String told : marks.split(",", -1)) {
      String guess = told.substring(0, length);
      int code = 0;
      for (int i = 0; i < length; i++) {
        code = 3 * code + MARKS.indexOf(told.charAt(length + i));
      }
      int wanted = code;
      left = left.stream().filter(word -> code(word, guess) == wanted).toList();
    }
    return left;
  }

  /** The marks of a guess's letters. */
  static String marked(String word, String guess) {
    char[] marks = new char[guess.length()];
    int code = code(word, guess);
    for (int i = marks.length - 1; i >= 0; i--) {
      marks[i] = MARKS.charAt(code % 3);
      code /= 3;
    }
    return new String(marks);
  }

  /** The marks as digits to base 3, places in {@link #MARKS}. */
  private static int code(String word, String guess) {
    int[] left = new int[26];
    for (int i = 0; i < guess.length(); i++) {
      if (guess.charAt(i) != word.charAt(i)) {
        left[word.charAt(i) - 'a']++;
      }
    }
    int code = 0;
    for (int i = 0; i < guess.length(); i++) {
      char letter = guess.charAt(i);
      code = 3 * code + (letter == word.charAt(i) ? 2 : left[letter - 'a']-- > 0 ? 1 : 0);
    }
    return code;
  }

  private final class Guessed extends ToldWorld {
    private final String word;

    Guessed(String word, String text, String marks) {
      super(text, marks);
      this.word = word;
    }

    @Override
    public Effect after(String action) {
      String guess = action.toLowerCase(Locale.ROOT);
      if (!WORD.matcher(guess).matches()) {
        return new Effect.Misread("a word");
      }
      if (guess.length() != length || !Words.has(guess)) {
        return new Effect.Refused(
            "%s is not one of the words of %d letters.".formatted(guess, length));
      }
      String now = marked(word, guess);
      World next =
          new Guessed(
              word,
              guess.toUpperCase(Locale.ROOT) + "\n" + now,
              marks() + (marks().isEmpty() ? "" : ",") + guess + now);
      return guess.equals(word) ? Effect.won(next) : Effect.on(next);
    }
  }
}
