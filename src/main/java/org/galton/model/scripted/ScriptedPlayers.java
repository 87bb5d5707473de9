package org.galton.model.scripted;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.galton.environment.Environment;
import org.galton.environment.Policy;
import org.galton.game.player.Players;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.spec.InvalidInput;

/** The models {@code scripted:NAME}. */
public final class ScriptedPlayers {
  /** What the source of a scripted player begins with. */
  public static final String PREFIX = "scripted:";

  private static final int LONGEST_LINE = 1_000_000;

  /** Those of environments. */
  private static final Map<String, Function<Environment, Policy>> POLICIES =
      Map.of("solver", Environment::solver, "random", Environment::random);

  /** All names. */
  static final List<String> NAMES =
      Stream.of(
              Players.NAMES.stream(),
              POLICIES.keySet().stream().sorted(),
              Stream.of(TeamPlayer.NAME))
          .flatMap(Function.identity())
          .toList();

  private ScriptedPlayers() {}

  /**
   * @throws InvalidInput when there is no player of this name, or none with such keys
   */
  public static ModelCard card(String source) {
    String name = name(source);
    if (name.equals(TeamPlayer.NAME)) {
      TeamPlayer.skill(source, keys(source)); // throws
    } else if (!keys(source).isEmpty()) {
      throw new InvalidInput(
          "Cannot read '%s' of %s: this player has no keys".formatted(keys(source), source));
    }
    if (!NAMES.contains(name)) {
      throw new InvalidInput(
          "Cannot find %s: the scripted players are %s"
              .formatted(source, String.join(", ", NAMES)));
    }
    // Rules have no files to hash; their name and version stand for them.
    return new ModelCard(
        source,
        "scripted-" + source.substring(PREFIX.length()) + "-1",
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
    String name = name(source);
    if (name.equals(TeamPlayer.NAME)) {
      return new TeamPlayer(card, TeamPlayer.skill(source, keys(source)));
    }
    Function<Environment, Policy> policy = POLICIES.get(name);
    return policy == null
        ? new ScriptedPlayer(card, Players.named(name))
        : new EnvironmentPlayer(card, policy);
  }

  private static String name(String source) {
    int keys = source.indexOf('?');
    return source.substring(PREFIX.length(), keys < 0 ? source.length() : keys);
  }

  private static String keys(String source) {
    int keys = source.indexOf('?');
    return keys < 0 ? "" : source.substring(keys + 1);
  }
}
