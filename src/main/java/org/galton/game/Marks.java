package org.galton.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that one player knows, in one line such as {@code c+K* 25 >12 >6 <}: seat ({@code a} is the
 * first), mode ({@code +} sum, {@code ~} mean), persona ({@code A} to {@code T}, {@code -}
 * without), {@code *} for one told to think of the others ({@code -} without), and a blank; then
 * for every round the own guess, a blank, and {@code <} for too low or {@code >} for too high. The
 * player's answer continues the line with its guess and a blank.
 *
 * @param persona number of a persona, where the player has one
 */
public record Marks(int seat, Mode mode, OptionalInt persona, Thought thought, List<Move> moves) {
  /** Ends a guess. */
  public static final String ANSWER_END = " ";

  private static final Pattern LINE =
      Pattern.compile("([a-t])([+~])([-A-T])([-*]) ((?:[0-9]{1,3} [<>]){0,100})");

  /** Whether a player was told to think of the others. */
  public enum Thought {
    OWN('-'),
    OTHERS('*');

    private final char mark;

    Thought(char mark) {
      this.mark = mark;
    }
  }

  /** An own guess and what the group was told after it. */
  public record Move(int guess, Feedback feedback) {}

  public Marks {
    moves = List.copyOf(moves);
  }

  /** Before the first round. */
  public static Marks of(SearchGame game, int seat) {
    return of(game, seat, List.of());
  }

  static Marks of(SearchGame game, int seat, List<SearchRound> rounds) {
    Condition condition = game.rules().condition();
    return new Marks(
        seat,
        game.rules().mode(),
        condition == Condition.PLAIN
            ? OptionalInt.empty()
            : OptionalInt.of(game.personas().get(seat)),
        condition == Condition.TOM ? Thought.OTHERS : Thought.OWN,
        rounds.stream()
            .map(round -> new Move(round.guesses().get(seat), round.feedback()))
            .toList());
  }

  /** Reads a line; empty where it is none. */
  public static Optional<Marks> read(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    char persona = matcher.group(3).charAt(0);
    return Optional.of(
        new Marks(
            matcher.group(1).charAt(0) - 'a',
            Mode.of(matcher.group(2).charAt(0)).orElseThrow(),
            persona == '-' ? OptionalInt.empty() : OptionalInt.of(persona - 'A'),
            matcher.group(4).equals("*") ? Thought.OTHERS : Thought.OWN,
            moves(matcher.group(5))));
  }

  private static List<Move> moves(String text) {
    List<Move> moves = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int blank = text.indexOf(' ', at);
      Feedback feedback = Feedback.of(text.charAt(blank + 1)).orElseThrow();
      moves.add(new Move(Integer.parseInt(text, at, blank, 10), feedback));
      at = blank + 2;
    }
    return moves;
  }

  static char personaMark(int persona) {
    return (char) ('A' + persona);
  }

  /** Numbers of personas, of their letters. */
  public static List<Integer> personas(String marks) {
    return marks.chars().map(mark -> mark - 'A').boxed().toList();
  }

  /** One round later. */
  public Marks after(int guess, Feedback feedback) {
    List<Move> more = new ArrayList<>(moves);
    more.add(new Move(guess, feedback));
    return new Marks(seat, mode, persona, thought, more);
  }

  /** The line up to the first guess. */
  public String opening() {
    char who = persona.isPresent() ? personaMark(persona.getAsInt()) : '-';
    return "" + (char) ('a' + seat) + mode.mark() + who + thought.mark + ' ';
  }

  /** The line up to where the next guess goes. */
  public String line() {
    StringBuilder line = new StringBuilder(opening());
    for (Move move : moves) {
      line.append(move.guess()).append(' ').append(move.feedback().mark());
    }
    return line.toString();
  }
}
