package org.galton.benchmark;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.galton.benchmark.recipe.ItemRules;
import org.galton.benchmark.recipe.PromptStyle;
import org.galton.benchmark.recipe.Rule;
import org.galton.numerics.Fnv1a;
import org.galton.task.IndexedStream;

/** The worked examples that stand before a question: never the question itself. */
final class WorkedExamples {
  private final PromptStyle style;
  private final long seed;
  private final Rule group;
  private final Rule where;
  private final Rule shot;
  private final List<Example> pool = new ArrayList<>();

  private record Example(Item item, String group) {}

  WorkedExamples(PromptStyle style, ItemRules rules, long seed) {
    this.style = style;
    this.seed = seed;
    this.group = Rule.of("group", style.group(), rules.names());
    this.where = Rule.of("where", style.where(), rules.names());
    this.shot = Rule.template("shot", style.shot(), rules.names());
  }

  /** Adds a row to those that can be shown. */
  void add(Item item) {
    if (where.isEmpty() || Boolean.TRUE.equals(where.value(item.values()))) {
      pool.add(new Example(item, groupOf(item)));
    }
  }

  /**
   * The texts to be shown before an item.
   *
   * @throws IllegalArgumentException where there are too few
   */
  List<String> before(Item asked) {
    if (style.pick() == PromptStyle.ShotPick.WRITTEN) {
      return style.examples().subList(0, style.shots());
    }
    if (style.shots() == 0) {
      return List.of();
    }
    String wanted = groupOf(asked);
    List<Item> fit =
        pool.stream()
            .filter(example -> example.group().equals(wanted))
            .map(Example::item)
            .filter(item -> !item.asksTheSame(asked))
            .toList();
    if (fit.size() < style.shots()) {
      throw new IllegalArgumentException(
          "%d worked examples are to be shown%s, and the file of 'shots_from' has %d beside the question itself; expected so many, or a smaller 'shots'"
              .formatted(
                  style.shots(), wanted.isEmpty() ? "" : " of '" + wanted + "'", fit.size()));
    }
    List<Item> shown =
        style.pick() == PromptStyle.ShotPick.FIRST
            ? fit.subList(0, style.shots())
            : sample(fit, asked);
    return shown.stream().map(item -> shot.text(item.values())).toList();
  }

  private String groupOf(Item item) {
    return group.isEmpty() ? "" : group.text(item.values());
  }

  private List<Item> sample(List<Item> fit, Item asked) {
    IndexedStream random =
        new IndexedStream(seed, "worked examples", Fnv1a.mixed(asked.question()));
    Set<Integer> taken = new HashSet<>();
    List<Item> drawn = new ArrayList<>();
    while (drawn.size() < style.shots()) {
      int place = random.below(fit.size());
      if (taken.add(place)) {
        drawn.add(fit.get(place));
      }
    }
    return drawn;
  }
}
