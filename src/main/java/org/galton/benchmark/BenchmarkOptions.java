package org.galton.benchmark;

import java.io.Serializable;
import java.util.List;
import org.galton.benchmark.recipe.ItemRules;
import org.galton.benchmark.recipe.PromptStyle;
import org.galton.task.Judge;

/**
 * What a spec says of a benchmark, with the recipe's words where it says nothing.
 *
 * @param recipe its name, or its file
 * @param version of the recipe
 * @param path the file of the items
 * @param shotsFrom the file of worked examples; empty where none are shown or needed
 * @param seed fixes worked examples and the order of shuffled options
 * @param from the first day of the items, such as 2024-05-01
 * @param to the last; both empty where the recipe has no dates
 * @param judges of which the first gives the verdicts that figures are made of
 */
record BenchmarkOptions(
    String recipe,
    int version,
    String style,
    String path,
    String shotsFrom,
    long seed,
    String from,
    String to,
    PromptStyle prompt,
    ItemRules rules,
    List<Judge> judges)
    implements Serializable {
  BenchmarkOptions {
    judges = List.copyOf(judges);
  }
}
