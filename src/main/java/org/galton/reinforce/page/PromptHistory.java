package org.galton.reinforce.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.galton.reinforce.row.TrainingGroupRow;

/**
 * What became of the prompts, span by span, from the rows of {@code training_groups} in the order
 * of their steps. Holds a prompt's counts and not its rows.
 */
final class PromptHistory {
  private final List<StepSpan> spans;
  private final List<SpanPrompts> done = new ArrayList<>();
  private final Map<Prompt, long[]> totals = new HashMap<>();
  private final Map<SolvedShare, Integer> seen = new EnumMap<>(SolvedShare.class);
  private Map<String, Integer> outcomes = new TreeMap<>();
  private Map<SolvedShare, Integer> drawn = new EnumMap<>(SolvedShare.class);

  private record Prompt(String task, String id) {}

  private PromptHistory(List<StepSpan> spans) {
    this.spans = spans;
  }

  /** A span of steps without groups has no prompts. */
  static List<SpanPrompts> of(RecordedTraining training, StepSpans spans) {
    PromptHistory history = new PromptHistory(spans.spans());
    training.forEachGroup(history::add);
    while (history.done.size() < history.spans.size()) {
      history.close();
    }
    return List.copyOf(history.done);
  }

  private void add(TrainingGroupRow row) {
    while (done.size() < spans.size() && row.step() > spans.get(done.size()).to()) {
      close();
    }
    // Groups are stored before the row of their step: those of one that was broken off wait for it.
    if (done.size() == spans.size()) {
      return;
    }
    outcomes.merge(row.outcome(), 1, Integer::sum);
    if (row.scored() > 0) {
      drawn.merge(SolvedShare.of(row.correct(), row.scored()), 1, Integer::sum);
      remember(row);
    }
  }

  private void remember(TrainingGroupRow row) {
    long[] counts =
        totals.computeIfAbsent(new Prompt(row.task(), row.promptId()), prompt -> new long[2]);
    if (counts[1] > 0) {
      seen.merge(SolvedShare.of(counts[0], counts[1]), -1, Integer::sum);
    }
    counts[0] += row.correct();
    counts[1] += row.scored();
    seen.merge(SolvedShare.of(counts[0], counts[1]), 1, Integer::sum);
  }

  private void close() {
    done.add(new SpanPrompts(outcomes, filled(drawn), filled(seen)));
    outcomes = new TreeMap<>();
    drawn = new EnumMap<>(SolvedShare.class);
  }

  private static Map<SolvedShare, Integer> filled(Map<SolvedShare, Integer> counts) {
    Map<SolvedShare, Integer> all = new EnumMap<>(SolvedShare.class);
    for (SolvedShare share : SolvedShare.values()) {
      all.put(share, counts.getOrDefault(share, 0));
    }
    return all;
  }
}
