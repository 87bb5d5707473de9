package org.galton.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
  private final Map<String, Group> groups = new HashMap<>();

  /**
   * Items that can stand before one another's questions.
   *
   * @param askedAlike how many of them ask the same question
   */
  private record Group(List<Item> items, Map<String, Integer> askedAlike) {
    Group() {
      this(new ArrayList<>(), new HashMap<>());
    }

    int beside(Item asked) {
      return items.size() - askedAlike.getOrDefault(asked.question(), 0);
    }
  }

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
      Group group = groups.computeIfAbsent(nameOf(item), name -> new Group());
      group.items().add(item);
      group.askedAlike().merge(item.question(), 1, Integer::sum);
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
    String name = nameOf(asked);
    Group fit = groups.getOrDefault(name, new Group());
    if (fit.beside(asked) < style.shots()) {
      throw new IllegalArgumentException(
          "%d worked examples are to be shown%s, and the file of 'shots_from' has %d beside the question itself; expected so many, or a smaller 'shots'"
              .formatted(
                  style.shots(), name.isEmpty() ? "" : " of '" + name + "'", fit.beside(asked)));
    }
    List<Item> shown =
        style.pick() == PromptStyle.ShotPick.FIRST
            ? fit.items().stream()
                .filter(item -> !item.asksTheSame(asked))
                .limit(style.shots())
                .toList()
            : sample(fit.items(), asked);
    return shown.stream().map(item -> shot.text(item.values())).toList();
  }

  private String nameOf(Item item) {
    return group.isEmpty() ? "" : group.text(item.values());
  }

  /** Of items among which there are enough. */
  private List<Item> sample(List<Item> items, Item asked) {
    IndexedStream random =
        new IndexedStream(seed, "worked examples", Fnv1a.mixed(asked.question()));
    Set<Integer> taken = new HashSet<>();
    List<Item> drawn = new ArrayList<>();
    while (drawn.size() < style.shots()) {
      int place = random.below(items.size());
      if (taken.add(place) && !items.get(place).asksTheSame(asked)) {
        drawn.add(items.get(place));
      }
    }
    return drawn;
  }
}
