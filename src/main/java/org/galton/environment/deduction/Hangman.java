package org.galton.environment.deduction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.galton.environment.Difficulty;
import org.galton.environment.Effect;
import org.galton.environment.Environment;
import org.galton.environment.Policy;
import org.galton.environment.World;
import org.galton.numerics.SplitMix64;

/** A word of 3 letters in 10 turns, or of 7 in 20: a turn names a letter, or the whole word. */
public final class Hangman implements Environment {
  private static final Pattern GUESS = Pattern.compile("[a-z]{1,40}");
  private static final char HIDDEN = '_';

  private final Difficulty difficulty;
  private final int length;
  private final List<String> words;
  private final String opening;

  public Hangman(Difficulty difficulty) {
    this.difficulty = difficulty;
    this.length = difficulty.choose(3, 7);
    this.words = Words.of(length);
    this.opening = best(words, actions(""));
  }

  @Override
  public String id() {
    return difficulty.of("hangman");
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("letters", Integer.toString(length));
  }

  @Override
  public int turnLimit() {
    return difficulty.choose(10, 20);
  }

  @Override
  public String task() {
    return "Find a hidden English word of %d letters. Name a letter, and you are shown where it stands in the word; or name the whole word. Your answer is a letter or a word."
        .formatted(length);
  }

  @Override
  public World start(long seed) {
    return new Shown(words.get(new SplitMix64(seed).nextInt(words.size())), "", "The word: ");
  }

  /** Letters that were not named yet. */
  @Override
  public List<String> actions(String marks) {
    List<String> letters = new ArrayList<>();
    for (char letter = 'a'; letter <= 'z'; letter++) {
      if (marks.indexOf(letter) < 0) {
        letters.add(Character.toString(letter));
      }
    }
    return letters;
  }

  /**
   * The letter that leaves fewest words on average, by where it stands in them; the word where one
   * is left, or where no letter tells them apart.
   */
  @Override
  public Policy solver() {
    return (marks, chance) -> {
      List<String> left = words.stream().filter(word -> isAllowed(word, marks)).toList();
      return left.size() == words.size() ? opening : best(left, actions(marks));
    };
  }

  private static String best(List<String> left, List<String> letters) {
    String best = left.get(0);
    long fewest = (long) left.size() * left.size();
    for (String letter : letters) {
      int[] sizes = new int[1 << left.get(0).length()];
      left.forEach(word -> sizes[places(word, letter.charAt(0))]++);
      long squares = 0;
      for (int size : sizes) {
        squares += (long) size * size;
      }
      if (squares < fewest) {
        fewest = squares;
        best = letter;
      }
    }
    return best;
  }

  /** Where a letter stands in a word, a bit a place. */
  private static int places(String word, char letter) {
    int places = 0;
    for (int at = word.indexOf(letter); at >= 0; at = word.indexOf(letter, at + 1)) {
      places |= 1 << at;
    }
    return places;
  }

  private boolean isAllowed(String word, String marks) {
    String missing = marks.substring(length);
    for (int i = 0; i < length; i++) {
      char shown = marks.charAt(i);
      char letter = word.charAt(i);
      if (shown == HIDDEN ? marks.indexOf(letter) >= 0 : shown != letter) {
        return false;
      }
      if (missing.indexOf(letter) >= 0) {
        return false;
      }
    }
    return true;
  }

  private final class Shown implements World {
    private final String word;
    private final String named;
    private final String said;

    /**
     * @param named letters so far
     */
    Shown(String word, String named, String said) {
      this.word = word;
      this.named = named;
      this.said = said;
    }

    private String pattern() {
      StringBuilder pattern = new StringBuilder();
      word.chars().forEach(c -> pattern.append(named.indexOf(c) < 0 ? HIDDEN : (char) c));
      return pattern.toString();
    }

    @Override
    public String text() {
      return said + String.join(" ", pattern().split(""));
    }

    /** The word, and after a colon letters that are not in it. */
    @Override
    public String marks() {
      StringBuilder missing = new StringBuilder();
      named.chars().filter(c -> word.indexOf(c) < 0).forEach(c -> missing.append((char) c));
      return pattern() + ":" + missing;
    }

    @Override
    public Effect after(String action) {
      String guess = action.toLowerCase(Locale.ROOT);
      if (!GUESS.matcher(guess).matches()) {
        return new Effect.Misread("a letter or a word");
      }
      if (guess.length() > 1) {
        return word(guess);
      }
      if (named.contains(guess)) {
        return new Effect.Refused("%s was named before.".formatted(guess));
      }
      World next =
          new Shown(
              word,
              named + guess,
              (word.contains(guess) ? "%s is in it: " : "%s is not in it: ").formatted(guess));
      return IntStream.range(0, length).allMatch(i -> (named + guess).indexOf(word.charAt(i)) >= 0)
          ? Effect.won(next)
          : Effect.on(next);
    }

    private Effect word(String guess) {
      if (guess.length() != length) {
        return new Effect.Refused("%s has not %d letters.".formatted(guess, length));
      }
      return guess.equals(word)
          ? Effect.won(new Shown(word, named + word, "That is the word: "))
          : Effect.on(new Shown(word, named, guess + " is not the word: "));
    }
  }
}
