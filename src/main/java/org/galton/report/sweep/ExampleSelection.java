package org.galton.report.sweep;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Chooses the completions to read: a few per model, task, generation and outcome, of different
 * prompts.
 *
 * <p>Prompts are taken in the order of their ids, which are hashes and so as good as random; as the
 * order is the same for every model, a reader meets the same prompts again from checkpoint to
 * checkpoint. The choice depends on the set of candidates only, never on their order, and choosing
 * among chosen ones changes nothing: {@code choose(choose(a) + choose(b)) = choose(a + b)}, so that
 * partitions can be thinned before they are brought together.
 */
public final class ExampleSelection {
  private static final Comparator<JudgedRollout> ORDER =
      Comparator.comparing((JudgedRollout candidate) -> candidate.rollout().promptId())
          .thenComparing(candidate -> candidate.rollout().rolloutIndex())
          .thenComparing(candidate -> candidate.score().scorer());

  private final int perOutcome;

  private ExampleSelection(int perOutcome) {
    this.perOutcome = perOutcome;
  }

  /** At most {@code perOutcome} completions of every outcome in a cell. */
  public static ExampleSelection of(int perOutcome) {
    if (perOutcome < 0) {
      throw new IllegalArgumentException(
          "Invalid number of examples " + perOutcome + ": expected 0 or more");
    }
    return new ExampleSelection(perOutcome);
  }

  public List<JudgedRollout> choose(Collection<JudgedRollout> candidates) {
    Map<Shelf, List<JudgedRollout>> shelves = new TreeMap<>(Shelf.ORDER);
    for (JudgedRollout candidate : candidates) {
      candidate
          .outcome()
          .map(outcome -> Shelf.of(candidate, outcome))
          .ifPresent(
              shelf -> shelves.computeIfAbsent(shelf, s -> new ArrayList<>()).add(candidate));
    }
    return shelves.values().stream().flatMap(shelf -> firstOfEachPrompt(shelf).stream()).toList();
  }

  private List<JudgedRollout> firstOfEachPrompt(List<JudgedRollout> shelf) {
    Set<String> seen = new HashSet<>();
    return shelf.stream()
        .sorted(ORDER)
        .filter(candidate -> seen.add(candidate.rollout().promptId()))
        .limit(perOutcome)
        .toList();
  }

  private record Shelf(String task, String generation, String model, ReadingOutcome outcome) {
    static final Comparator<Shelf> ORDER =
        Comparator.comparing(Shelf::task)
            .thenComparing(Shelf::generation)
            .thenComparing(Shelf::model)
            .thenComparing(Shelf::outcome);

    static Shelf of(JudgedRollout candidate, ReadingOutcome outcome) {
      var rollout = candidate.rollout();
      return new Shelf(rollout.task(), rollout.generation(), rollout.model(), outcome);
    }
  }
}
