package org.galton.game;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One game.
 *
 * @param number tells it from other games of the same rules
 * @param personas of the players by seat, numbers of {@link Personas}, none twice; under condition
 *     {@link Condition#PLAIN} nobody hears of them
 */
public record SearchGame(GroupSearch rules, int number, int target, List<Integer> personas) {
  private static final Pattern TEXT =
      Pattern.compile(
          "game ([0-9]{1,9}): (sum|mean) of ([0-9]{1,2}) players, at most ([0-9]{1,3}) rounds,"
              + " (prose/1|marks/1), (plain|persona|tom)(?:, personas ([A-T]{2,20}))?");

  public SearchGame {
    personas = List.copyOf(personas);
    if (personas.size() != rules.players()
        || personas.stream().distinct().count() < rules.players()) {
      throw new IllegalArgumentException(
          "Invalid personas %s: expected %d, none twice".formatted(personas, rules.players()));
    }
  }

  /**
   * Reads what {@link #text} wrote; empty where it is something else. The text of a plain game does
   * not tell the personas, of which nobody hears: the first ones stand for them.
   */
  public static Optional<SearchGame> read(String text, int target) {
    Matcher told = TEXT.matcher(text);
    if (!told.matches()) {
      return Optional.empty();
    }
    int players = Integer.parseInt(told.group(3));
    Condition condition = Condition.valueOf(told.group(6).toUpperCase(Locale.ROOT));
    if ((condition == Condition.PLAIN) != (told.group(7) == null)) {
      return Optional.empty();
    }
    try {
      GroupSearch rules =
          new GroupSearch(
              condition,
              Mode.valueOf(told.group(2).toUpperCase(Locale.ROOT)),
              told.group(5).equals(Style.MARKS.version()) ? Style.MARKS : Style.PROSE,
              players,
              Integer.parseInt(told.group(4)));
      return Optional.of(
          new SearchGame(
              rules,
              Integer.parseInt(told.group(1)),
              target,
              condition == Condition.PLAIN
                  ? IntStream.range(0, players).boxed().toList()
                  : Marks.personas(told.group(7))));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // Numbers that no game has.
    }
  }

  /** Before the first round. */
  public Position start() {
    return new SearchPosition(this, List.of());
  }

  /** All that is known of the game before it is played, but for its target. */
  public String text() {
    return "game %d: %s of %d players, at most %d rounds, %s, %s%s"
        .formatted(
            number,
            rules.mode().name().toLowerCase(Locale.ROOT),
            rules.players(),
            rules.rounds(),
            rules.style().version(),
            rules.condition().name().toLowerCase(Locale.ROOT),
            rules.condition() == Condition.PLAIN ? "" : ", personas " + personaMarks());
  }

  /** The personas' letters by seat. */
  public String personaMarks() {
    return personas.stream()
        .map(Marks::personaMark)
        .map(String::valueOf)
        .collect(Collectors.joining());
  }
}
