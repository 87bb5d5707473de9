package org.galton.study.junk;

import java.util.List;
import org.galton.console.HomePath;
import org.galton.junk.post.EngagementRule;
import org.galton.spec.InvalidInput;
import picocli.CommandLine.Option;

/** How posts are read and called junk: options that {@code label} and {@code mix} share. */
final class PostOptions {
  @Option(
      names = "--input",
      required = true,
      paramLabel = "POSTS",
      converter = HomePath.class,
      description =
          "A *.csv, *.jsonl or *.parquet file, a folder of such files of one format, or a run"
              + " folder of 'junk simulate'.")
  private String input;

  @Option(
      names = "--popularity",
      split = ",",
      defaultValue = "likes,reposts,replies,quotes",
      paramLabel = "COLUMN",
      description = "Columns whose sum is the popularity (default: ${DEFAULT-VALUE}).")
  private List<String> popularity;

  @Option(
      names = "--junk-below",
      defaultValue = "30",
      paramLabel = "TOKENS",
      description = "Junk has fewer tokens (default: ${DEFAULT-VALUE}).")
  private int junkBelow;

  @Option(
      names = "--junk-above",
      defaultValue = "500",
      paramLabel = "N",
      description = "Junk has a higher popularity (default: ${DEFAULT-VALUE}).")
  private long junkAbove;

  @Option(
      names = "--control-above",
      defaultValue = "100",
      paramLabel = "TOKENS",
      description = "Control has more tokens (default: ${DEFAULT-VALUE}).")
  private int controlAbove;

  @Option(
      names = "--control-at-most",
      defaultValue = "0",
      paramLabel = "N",
      description = "Control has no higher popularity (default: ${DEFAULT-VALUE}).")
  private long controlAtMost;

  @Option(
      names = "--junk-words",
      split = ",",
      defaultValue = "junk,1,true",
      paramLabel = "WORD",
      description = "What a column of labels has for junk (default: ${DEFAULT-VALUE}).")
  private List<String> junkWords;

  @Option(
      names = "--control-words",
      split = ",",
      defaultValue = "control,0,false",
      paramLabel = "WORD",
      description =
          "What it has for control; anything else is neither (default: ${DEFAULT-VALUE}).")
  private List<String> controlWords;

  @Option(names = "--ascii", description = "Leave out posts that are not ASCII, and count them.")
  private boolean ascii;

  /**
   * @param labels columns of labels
   */
  PostRequest request(List<String> labels) {
    if (!EngagementRule.isApart(junkBelow, junkAbove, controlAbove, controlAtMost)) {
      throw new InvalidInput(
          "Invalid --junk-below %d --junk-above %d --control-above %d --control-at-most %d: a post could be both; expected lengths or popularities that do not overlap"
              .formatted(junkBelow, junkAbove, controlAbove, controlAtMost));
    }
    List<String> both = junkWords.stream().filter(controlWords::contains).toList();
    if (!both.isEmpty()) {
      throw new InvalidInput(
          "Invalid --control-words '%s': it is in --junk-words, too; expected other words"
              .formatted(both.get(0)));
    }
    return new PostRequest(
        input,
        List.copyOf(popularity),
        new EngagementRule(junkBelow, junkAbove, controlAbove, controlAtMost),
        List.copyOf(labels),
        List.copyOf(junkWords),
        List.copyOf(controlWords),
        ascii);
  }
}
