package org.galton.environment.deduction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galton.environment.Difficulty;
import org.galton.environment.Effect;
import org.galton.environment.Environment;
import org.galton.environment.Policy;
import org.galton.environment.World;
import org.galton.numerics.SplitMix64;

/**
 * A code of 2 of 6 digits in 10 guesses, or 4 of 8 in 30; no digit comes twice. Black pegs are
 * digits in their place, white ones digits in another. The reward of a guess is its gain in black
 * pegs over the guess before, divided by the code's length: those of a won game sum to 1. A first
 * guess is the code with probability 1/30, or 1/1,680.
 */
public final class Mastermind implements Environment {
  private static final Pattern GUESS = Pattern.compile("[0-9]{1,20}");
  private static final Pattern TOLD = Pattern.compile("([0-9]+)b([0-9])w([0-9])");

  private final Difficulty difficulty;
  private final int length;
  private final int digits;
  private final List<String> codes = new ArrayList<>();
  private final Set<String> known;

  public Mastermind(Difficulty difficulty) {
    this.difficulty = difficulty;
    this.length = difficulty.choose(2, 4);
    this.digits = difficulty.choose(6, 8);
    addCodes("");
    this.known = new HashSet<>(codes);
  }

  private void addCodes(String begun) {
    if (begun.length() == length) {
      codes.add(begun);
      return;
    }
    for (int digit = 1; digit <= digits; digit++) {
      if (begun.indexOf('0' + digit) < 0) {
        addCodes(begun + digit);
      }
    }
  }

  @Override
  public String id() {
    return difficulty.of("mastermind");
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("code", "%d of %d digits".formatted(length, digits));
  }

  @Override
  public int turnLimit() {
    return difficulty.choose(10, 30);
  }

  @Override
  public String task() {
    return "Find a hidden code of %d digits from 1 to %d, none of them twice. After each guess you are told how many digits are in their place (black) and how many are in the code but elsewhere (white). Your answer is the code, such as %s."
        .formatted(length, digits, "1234".substring(0, length));
  }

  @Override
  public World start(long seed) {
    return new Guessed(
        codes.get(new SplitMix64(seed).nextInt(codes.size())),
        0,
        "Guess the code of %d digits from 1 to %d.".formatted(length, digits),
        "");
  }

  @Override
  public List<String> actions(String marks) {
    return codes;
  }

  /** The first code that all answers allow. */
  @Override
  public Policy solver() {
    return (marks, chance) -> {
      List<Pegs> told = told(marks);
      return codes.stream()
          .filter(code -> told.stream().allMatch(pegs -> pegs.allow(code)))
          .findFirst()
          .orElseThrow();
    };
  }

  private static List<Pegs> told(String marks) {
    List<Pegs> all = new ArrayList<>();
    Matcher told = TOLD.matcher(marks);
    while (told.find()) {
      all.add(
          new Pegs(told.group(1), told.group(2).charAt(0) - '0', told.group(3).charAt(0) - '0'));
    }
    return all;
  }

  /** What was told of a guess. */
  private record Pegs(String guess, int black, int white) {
    boolean allow(String code) {
      int inPlace = Mastermind.black(code, guess);
      return inPlace == black && common(code, guess) - inPlace == white;
    }
  }

  private static int black(String code, String guess) {
    int black = 0;
    for (int i = 0; i < code.length(); i++) {
      black += code.charAt(i) == guess.charAt(i) ? 1 : 0;
    }
    return black;
  }

  private static int common(String code, String guess) {
    int common = 0;
    for (int i = 0; i < guess.length(); i++) {
      common += code.indexOf(guess.charAt(i)) >= 0 ? 1 : 0;
    }
    return common;
  }

  private final class Guessed extends ToldWorld {
    private final String code;
    private final int black;

    Guessed(String code, int black, String text, String marks) {
      super(text, marks);
      this.code = code;
      this.black = black;
    }

    @Override
    public Effect after(String action) {
      String guess = action.replaceAll("[ ,]", "");
      if (!GUESS.matcher(guess).matches()) {
        return new Effect.Misread("a code of %d digits".formatted(length));
      }
      if (!known.contains(guess)) {
        return new Effect.Refused(
            "%s is not %d digits from 1 to %d, none twice.".formatted(guess, length, digits));
      }
      int now = black(code, guess);
      int white = common(code, guess) - now;
      double gain = (double) (now - black) / length;
      World next =
          new Guessed(
              code,
              now,
              "%s: %d black, %d white.".formatted(guess, now, white),
              "%s%sb%dw%d".formatted(marks().isEmpty() ? "" : marks() + ",", guess, now, white));
      return now == length ? Effect.won(next, gain) : Effect.on(next, gain);
    }
  }
}
