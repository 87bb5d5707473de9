package org.galton.game.player;

import java.util.List;

/**
 * The players by name. Those in lockstep and the complementary ones leave nothing to chance: their
 * games to one target are all the same, and so count as one group, whatever a test takes them for.
 */
public final class Players {
  /** Names of all players. */
  public static final List<String> NAMES =
      List.of("independent", "lockstep", "complementary", "binary-search");

  private Players() {}

  /**
   * @throws IllegalArgumentException when there is no player of this name
   */
  public static Player named(String name) {
    return switch (name) {
      case "independent" -> new Independent();
      case "lockstep" -> BinarySearch.inLockstep();
      case "complementary" -> new Complementary();
      case "binary-search" -> BinarySearch.ofPersonas();
      default ->
          throw new IllegalArgumentException(
              "Cannot find player '%s': expected one of %s"
                  .formatted(name, String.join(", ", NAMES)));
    };
  }
}
