package org.galton.task.environment;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galton.environment.Environment;
import org.galton.environment.EpisodeRules;
import org.galton.environment.History;
import org.galton.environment.TurnForm;
import org.galton.environment.suite.Environments;
import org.galton.game.Style;

/**
 * Which episodes an {@link EnvironmentTask} plays, and how.
 *
 * @param environment its id
 * @param history turns that are shown, see {@link History}
 * @param discount of rewards by turns, in (0, 1]
 * @param turns how they are put to a model
 * @param examples whose turns worked examples show
 */
public record EpisodeOptions(
    String environment, Style style, int history, double discount, TurnForm turns, Teacher examples)
    implements Serializable {
  private static final Pattern TEXT =
      Pattern.compile(
          "environment ([a-z0-9-]+/[a-z]+)/([0-9]{1,4}), seed (-?[0-9]{1,19}), (prose/1|marks/1), history (all|[0-9]{1,3})(, turns chat/1)?");
  private static final String AS_CHAT = ", turns chat/1";

  public EpisodeOptions {
    if (Environments.named(environment).isEmpty()) {
      throw new IllegalArgumentException(
          "Invalid environment '%s': expected one of %s"
              .formatted(environment, String.join(", ", Environments.ids())));
    }
    if (!(discount > 0 && discount <= 1)) {
      throw new IllegalArgumentException(
          "Invalid discount %s: expected a number above 0 and at most 1".formatted(discount));
    }
    rules(environment, style, history, turns); // throws
  }

  /** Every turn is shown, in prose; the return is the plain sum of rewards; the solver teaches. */
  public static EpisodeOptions of(String environment) {
    return new EpisodeOptions(
        environment, Style.PROSE, History.MOST, 1, TurnForm.TEXT, Teacher.SOLVER);
  }

  public EpisodeOptions withStyle(Style other) {
    return new EpisodeOptions(environment, other, history, discount, turns, examples);
  }

  public EpisodeOptions withHistory(int other) {
    return new EpisodeOptions(environment, style, other, discount, turns, examples);
  }

  public EpisodeOptions withDiscount(double other) {
    return new EpisodeOptions(environment, style, history, other, turns, examples);
  }

  public EpisodeOptions withTurns(TurnForm other) {
    return new EpisodeOptions(environment, style, history, discount, other, examples);
  }

  public EpisodeOptions withExamples(Teacher other) {
    return new EpisodeOptions(environment, style, history, discount, turns, other);
  }

  public EpisodeRules rules() {
    return rules(environment, style, history, turns);
  }

  private static EpisodeRules rules(String environment, Style style, int history, TurnForm turns) {
    return new EpisodeRules(named(environment), style, new History(history), turns);
  }

  private static Environment named(String id) {
    return Environments.named(id).orElseThrow();
  }

  /** All that is known of an episode before it is played. */
  String text(long seed) {
    String text =
        "environment %s/%d, seed %d, %s, history %s"
            .formatted(
                environment,
                named(environment).version(),
                seed,
                style.version(),
                new History(history));
    return switch (turns) {
      case TEXT -> text;
      case CHAT -> text + AS_CHAT;
    };
  }

  /** An episode as {@link #text} tells it. */
  public record Told(EpisodeRules rules, long seed) {}

  /**
   * Reads a prompt's text; empty where it is something else, or of an environment that has changed
   * since.
   */
  public static Optional<Told> read(String text) {
    Matcher told = TEXT.matcher(text);
    if (!told.matches()) {
      return Optional.empty();
    }
    Optional<Environment> environment =
        Environments.named(told.group(1))
            .filter(known -> Integer.toString(known.version()).equals(told.group(2)));
    Optional<History> history = History.parse(told.group(5));
    if (environment.isEmpty() || history.isEmpty()) {
      return Optional.empty();
    }
    Style style = told.group(4).equals(Style.MARKS.version()) ? Style.MARKS : Style.PROSE;
    TurnForm turns = told.group(6) == null ? TurnForm.TEXT : TurnForm.CHAT;
    if (style == Style.MARKS && turns == TurnForm.CHAT) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Told(
              new EpisodeRules(environment.get(), style, history.get(), turns),
              Long.parseLong(told.group(3))));
    } catch (NumberFormatException e) {
      return Optional.empty(); // A number of 19 digits that is no seed.
    }
  }
}
