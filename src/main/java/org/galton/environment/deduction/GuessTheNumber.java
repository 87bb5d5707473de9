package org.galton.environment.deduction;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.galton.environment.Difficulty;
import org.galton.environment.Effect;
import org.galton.environment.Environment;
import org.galton.environment.Policy;
import org.galton.environment.World;
import org.galton.numerics.SplitMix64;

/**
 * A number from 1 to 10 in 4 guesses, or to 50 in 7. A last guess that is wrong is rewarded by its
 * distance, 1 - |guess - number| / (highest - 1). Binary search takes 2.9 and 243/50 = 4.86 guesses
 * in the mean, at most 4 and 6.
 */
public final class GuessTheNumber implements Environment {
  private static final Pattern GUESS = Pattern.compile("-?[0-9]{1,9}");
  private static final Pattern TOLD = Pattern.compile("([0-9]+)([<>])");

  private final Difficulty difficulty;
  private final int highest;

  public GuessTheNumber(Difficulty difficulty) {
    this.difficulty = difficulty;
    this.highest = difficulty.choose(10, 50);
  }

  @Override
  public String id() {
    return difficulty.of("guess-the-number");
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("numbers", "1 to " + highest);
  }

  @Override
  public int turnLimit() {
    return difficulty.choose(4, 7);
  }

  @Override
  public String task() {
    return "Find a hidden whole number from 1 to %d. In every turn you name one and are told whether it is too low or too high. Your answer is the number."
        .formatted(highest);
  }

  @Override
  public World start(long seed) {
    int number = 1 + new SplitMix64(seed).nextInt(highest);
    return new Guessed(number, 0, "Name a number from 1 to %d.".formatted(highest), "");
  }

  @Override
  public List<String> actions(String marks) {
    return IntStream.rangeClosed(1, highest).mapToObj(Integer::toString).toList();
  }

  /** Binary search. */
  @Override
  public Policy solver() {
    return (marks, chance) -> {
      int low = 1;
      int high = highest;
      Matcher told = TOLD.matcher(marks);
      while (told.find()) {
        int guess = Integer.parseInt(told.group(1));
        if (told.group(2).equals("<")) {
          low = Math.max(low, guess + 1);
        } else {
          high = Math.min(high, guess - 1);
        }
      }
      return Integer.toString((low + high) / 2);
    };
  }

  /**
   * @param last guess; 0 before the first
   * @param marks each guess, with {@code <} for too low and {@code >} for too high
   */
  private final class Guessed extends ToldWorld {
    private final int number;
    private final int last;

    Guessed(int number, int last, String text, String marks) {
      super(text, marks);
      this.number = number;
      this.last = last;
    }

    @Override
    public Effect after(String action) {
      if (!GUESS.matcher(action).matches()) {
        return new Effect.Misread("a whole number");
      }
      int guess = Integer.parseInt(action);
      if (guess < 1 || guess > highest) {
        return new Effect.Refused("%d is not from 1 to %d.".formatted(guess, highest));
      }
      if (guess == number) {
        return Effect.won(new Guessed(number, guess, guess + " is the number.", marks() + guess));
      }
      boolean low = guess < number;
      return Effect.on(
          new Guessed(
              number,
              guess,
              guess + (low ? " is too low." : " is too high."),
              marks() + guess + (low ? '<' : '>')));
    }

    @Override
    public double rewardAtLimit() {
      return 1 - (double) Math.abs(last - number) / (highest - 1);
    }
  }
}
