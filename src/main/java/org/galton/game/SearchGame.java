package org.galton.game;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One game.
 *
 * @param number tells it from other games of the same rules
 * @param personas of the players by seat, numbers of {@link Personas}, none twice; under condition
 *     {@link Condition#PLAIN} nobody hears of them
 */
public record SearchGame(GroupSearch rules, int number, int target, List<Integer> personas) {

  public SearchGame {
    personas = List.copyOf(personas);
    if (personas.size() != rules.players()
        || personas.stream().distinct().count() < rules.players()) {
      throw new IllegalArgumentException(
          "Invalid personas %s: expected %d, none twice".formatted(personas, rules.players()));
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
