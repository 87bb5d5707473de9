package org.galton.benchmark.recipe;

import java.io.Serializable;
import java.util.List;

/**
 * How an item is asked: texts of {@link Rule}s, those of the first three always templates.
 *
 * @param opening stands before all, or empty
 * @param template the question as it is put
 * @param shot a worked example, over the columns of its own row
 * @param between stands behind each worked example
 * @param shots how many worked examples
 * @param group only rows with the asked row's value are shown; empty: any
 * @param where only rows for which it is true are shown; empty: any
 * @param examples written worked examples, which need no file
 */
public record PromptStyle(
    String opening,
    String template,
    String shot,
    String between,
    int shots,
    ShotPick pick,
    String group,
    String where,
    List<String> examples)
    implements Serializable {

  /** Which rows are worked examples. */
  public enum ShotPick {
    /** Drawn anew for each item, by the seed. */
    SAMPLE,
    /** The first of the file. */
    FIRST,
    /** The first of those written in the recipe. */
    WRITTEN
  }

  public static final int MOST_SHOTS = 100;

  static final PromptStyle NONE =
      new PromptStyle("", "", "", "\n\n", 0, ShotPick.SAMPLE, "", "", List.of());

  public PromptStyle {
    examples = List.copyOf(examples);
    if (shots > 0 && pick != ShotPick.WRITTEN && shot.isEmpty()) {
      throw new IllegalArgumentException(
          "Invalid shots %d: there is no 'shot', expected the template of a worked example"
              .formatted(shots));
    }
    if (pick == ShotPick.WRITTEN && shots > examples.size()) {
      throw new IllegalArgumentException(
          "Invalid shots %d: %d worked examples are written, expected at most so many"
              .formatted(shots, examples.size()));
    }
  }

  /** Whether its worked examples are rows. */
  public boolean needsFile() {
    return shots > 0 && pick != ShotPick.WRITTEN;
  }
}
