package org.galton.view.conversation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** Characters of the end that tell enough. */
  public static final int END = 120;

  private static final Pattern GAME_END =
      Pattern.compile(
          "\"feedback\":\"(too low|too high|correct)\","
              + "\"clamped\":[0-9]{1,3},\"unparsed\":[0-9]{1,3}\\}\n$");
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
    Matcher step = WALK_START.matcher(start);
    return step.lookingAt() && WALK_END.matcher(end).find()
        ? Optional.of(Figures.count(lines) + " steps from " + step.group(1))
        : Optional.empty();
  }
}
