package org.galton.benchmark.recipe;

import java.util.List;
import java.util.Optional;
import org.galton.benchmark.rows.PublishedRow;
import org.galton.task.Judge;

/**
 * How a benchmark is asked and judged.
 *
 * @param version a changed prompt or reference is another one
 * @param about one line
 * @param sources where its files are published: addresses, to be read by people
 * @param splits the published files
 * @param styles the first is the usual one
 */
public record Recipe(
    String name,
    int version,
    String about,
    List<String> sources,
    List<PublishedSplit> splits,
    ItemRules rules,
    List<Style> styles,
    UsualSampling sampling) {

  /**
   * A published file.
   *
   * @param rows that it has as published
   */
  public record PublishedSplit(String name, int rows) {}

  /** A way to ask the items, which brings its judges. */
  public record Style(String name, PromptStyle prompt, List<Judge> judges) {}

  /**
   * What the benchmark is usually drawn with.
   *
   * @param rollouts of each prompt
   */
  public record UsualSampling(
      double temperature, double topP, int maxTokens, List<String> stop, int rollouts) {}

  public Recipe {
    sources = List.copyOf(sources);
    splits = List.copyOf(splits);
    styles = List.copyOf(styles);
    if (rules.reference().isEmpty() && rules.right().isEmpty()) {
      throw new IllegalArgumentException(
          "Invalid recipe '%s': it has neither 'reference' nor 'choices' and 'right', expected one"
              .formatted(name));
    }
    for (Style style : styles) {
      if (style.prompt().template().isEmpty()) {
        throw new IllegalArgumentException(
            "Invalid style '%s': it has no 'template', expected one".formatted(style.name()));
      }
    }
  }

  public List<String> styleNames() {
    return styles.stream().map(Style::name).toList();
  }

  public Optional<Style> style(String named) {
    return styles.stream().filter(style -> style.name().equals(named)).findFirst();
  }

  /** Whether a row has all the columns that it needs. */
  boolean fits(PublishedRow row) {
    return rules.columns().stream().allMatch(column -> column.canRead(row));
  }
}
