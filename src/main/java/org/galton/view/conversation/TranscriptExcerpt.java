package org.galton.view.conversation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galton.environment.State;
import org.galton.report.Figures;

/**
 * A transcript in a few words, by what a list reads of it: its beginning, its end and how many
 * lines it has. Whether it is a whole one is for {@link Conversation} to say.
 */
public final class TranscriptExcerpt {
  /** How every transcript of a game begins. */
  public static final String GAME = "{\"round\":1,\"answers\":[";

  /** How every transcript of a walk begins. */
  public static final String WALK = "{\"step\":1,\"source\":\"";

  /** How every transcript of an episode begins. */
  public static final String EPISODE = "{\"turn\":1,\"answer\":\"";

  /** Characters of the end that tell enough. */
  public static final int END = 120;

  private static final Pattern GAME_END =
      Pattern.compile(
          "\"feedback\":\"(too low|too high|correct)\","
              + "\"clamped\":[0-9]{1,3},\"unparsed\":[0-9]{1,3}\\}\n$");
  private static final Pattern EPISODE_END =
      Pattern.compile(
          "\"terminated\":(true|false),\"truncated\":(true|false),\"format_error\":(true|false),"
              + "\"won\":(true|false)(,\"tokens\":[0-9]{1,9})?\\}\n$");
  private static final Pattern WALK_START =
      Pattern.compile(Pattern.quote(WALK) + "([a-z]{1,30})\",\"answers\":\\[");
  private static final Pattern WALK_END =
      Pattern.compile("\\](,\"target\":\"[a-z]{1,30}\")?\\}\n$");

  private TranscriptExcerpt() {}

  /** Nothing where the text does not begin and end as a transcript does. */
  public static Optional<String> of(String start, String end, long lines) {
    Matcher round = GAME_END.matcher(end);
    if (start.startsWith(GAME) && round.find()) {
      return Optional.of(
          round.group(1).equals("correct")
              ? "solved in round " + lines
              : lines + " rounds, not solved");
    }
    Matcher turn = EPISODE_END.matcher(end);
    if (start.startsWith(EPISODE) && turn.find()) {
      return Optional.of(
          State.outcome(
                  turn.group(1).equals("true"),
                  turn.group(2).equals("true"),
                  turn.group(3).equals("true"),
                  turn.group(4).equals("true"))
              + " after "
              + lines
              + " turns");
    }
    Matcher step = WALK_START.matcher(start);
    return step.lookingAt() && WALK_END.matcher(end).find()
        ? Optional.of(Figures.count(lines) + " steps from " + step.group(1))
        : Optional.empty();
  }
}
