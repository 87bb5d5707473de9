package org.galton.model.scripted;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.galton.game.player.Players;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.spec.InvalidInput;

/** The models {@code scripted:NAME}. */
public final class ScriptedPlayers {
  /** What the source of a scripted player begins with. */
  public static final String PREFIX = "scripted:";

  private static final int LONGEST_LINE = 1_000_000;

  private ScriptedPlayers() {}

  /**
   * @throws InvalidInput when there is no player of this name
   */
  public static ModelCard card(String source) {
    String name = source.substring(PREFIX.length());
    if (!Players.NAMES.contains(name)) {
      throw new InvalidInput(
          "Cannot find %s: the scripted players are %s"
              .formatted(source, String.join(", ", Players.NAMES)));
    }
    // Rules have no files to hash; their name and version stand for them.
    return new ModelCard(
        source,
        "scripted-" + name + "-1",
        0,
        LONGEST_LINE,
        OptionalLong.empty(),
        OptionalDouble.empty());
  }

  /**
   * @throws InvalidInput when there is no player of this name
   */
  public static LanguageModel open(String source) {
    ModelCard card = card(source);
    return new ScriptedPlayer(card, Players.named(source.substring(PREFIX.length())));
  }
}
