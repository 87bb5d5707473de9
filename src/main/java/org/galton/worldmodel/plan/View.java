package org.galton.worldmodel.plan;

import java.util.List;

/**
 * What a player knows of a game when it is asked.
 *
 * @param seat of the player
 * @param events that happened so far, all players' and chance's
 * @param legal what it may do
 */
public record View(int seat, List<Event> events, List<String> legal) {

  public View {
    events = List.copyOf(events);
    legal = List.copyOf(legal);
  }

  /**
   * Something happened.
   *
   * @param own the action, where it was this player's; empty otherwise
   * @param seen what the player sees after it
   */
  public record Event(String own, String seen) {}
}
