package org.galton.benchmark.recipe;

import java.util.Optional;
import org.galton.benchmark.rows.PublishedRow;

/** What a file lacks that a recipe needs. */
public final class Missing {
  private Missing() {}

  /** What is missing, what is there instead, and where such files come from. */
  public static Optional<String> columns(Recipe recipe, ItemRules rules, PublishedRow first) {
    return rules.columns().stream()
        .filter(column -> !column.canRead(first))
        .findFirst()
        .map(
            column ->
                "it has no column %s, which recipe %s needs; its columns are %s%s. %s"
                    .formatted(
                        column.shown(),
                        recipe.name(),
                        String.join(", ", first.columns().keySet()),
                        Recipes.fitting(first).map(name -> ", as in a file of " + name).orElse(""),
                        published(recipe)));
  }

  /** Where such files come from. */
  public static String published(Recipe recipe) {
    return recipe.sources().isEmpty()
        ? "The recipe does not say where its files come from."
        : "Such files are published at " + String.join(" and ", recipe.sources());
  }
}
