package org.galton.environment.deduction;

import java.util.HashMap;
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
      String[] told = marks.split(",");
      List<String> left = words.stream().filter(word -> isAllowed(word, told)).toList();
      String best = left.get(0);
      long fewest = Long.MAX_VALUE;
      for (String guess : left.subList(0, Math.min(COMPARED, left.size()))) {
        Map<String, Integer> sizes = new HashMap<>();
        left.forEach(word -> sizes.merge(marked(word, guess), 1, Integer::sum));
        long squares = sizes.values().stream().mapToLong(size -> (long) size * size).sum();
        if (squares < fewest) {
          fewest = squares;
          best = guess;
        }
      }
      return best;
    };
  }

  private boolean isAllowed(String word, String[] told) {
    for (String guess : told) {
      if (!marked(word, guess.substring(0, length)).equals(guess.substring(length))) {
        return false;
      }
    }
    return true;
  }

  /** The marks of a guess's letters. */
  static String marked(String word, String guess) {
    char[] marks = new char[guess.length()];
    int[] left = new int[26];
    for (int i = 0; i < marks.length; i++) {
      if (guess.charAt(i) == word.charAt(i)) {
        marks[i] = 'G';
      } else {
        left[word.charAt(i) - 'a']++;
      }
    }
    for (int i = 0; i < marks.length; i++) {
      if (marks[i] == 0) {
        marks[i] = left[guess.charAt(i) - 'a']-- > 0 ? 'Y' : 'X';
      }
    }
    return new String(marks);
  }

  private final class Guessed implements World {
    private final String word;
    private final String text;
    private final String marks;

    Guessed(String word, String text, String marks) {
      this.word = word;
      this.text = text;
      this.marks = marks;
    }

    @Override
    public String text() {
      return text;
    }

    @Override
    public String marks() {
      return marks;
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
              marks + (marks.isEmpty() ? "" : ",") + guess + now);
      return guess.equals(word) ? Effect.won(next) : Effect.on(next);
    }
  }
}
