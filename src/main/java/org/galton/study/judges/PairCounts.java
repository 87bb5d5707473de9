package org.galton.study.judges;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.galton.statistics.agreement.VerdictPairs;
import org.galton.table.store.StoredFile;

/** Pairs of verdicts on a cell, counted by prompt, with some of those that differ. */
final class PairCounts implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int shown;
  private final Map<String, VerdictPairs> byPrompt = new TreeMap<>();
  private final TreeMap<Judged, Disputed> disputed = new TreeMap<>();

  /**
   * @param shown how many that differ are kept
   */
  PairCounts(int shown) {
    this.shown = shown;
  }

  void add(StoredFile file, GivenVerdict first, GivenVerdict second) {
    byPrompt.merge(
        first.promptId(), VerdictPairs.of(first.correct(), second.correct()), VerdictPairs::plus);
    if (!first.correct().equals(second.correct())) {
      keep(first.key(), new Disputed(file, first, second));
    }
  }

  private void keep(Judged key, Disputed found) {
    disputed.put(key, found);
    if (disputed.size() > shown) {
      disputed.pollLastEntry();
    }
  }

  PairCounts plus(PairCounts other) {
    other.byPrompt.forEach((prompt, pairs) -> byPrompt.merge(prompt, pairs, VerdictPairs::plus));
    other.disputed.forEach(this::keep);
    return this;
  }

  List<VerdictPairs> prompts() {
    return List.copyOf(byPrompt.values());
  }

  List<Disputed> disputed() {
    return List.copyOf(disputed.values());
  }
}
