package org.galton.study.judges;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.galton.study.judges.row.AgreementRow;
import org.galton.table.store.StoredFile;

/** All verdicts on rollouts of one cell, counted by scorer and by pair of scorers. */
final class CellVerdicts implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int shown;
  private final Map<String, VerdictCounts> scorers = new TreeMap<>();
  private final Map<List<String>, PairCounts> pairs = new HashMap<>();

  /**
   * @param shown how many disagreements of a pair are kept
   */
  CellVerdicts(int shown) {
    this.shown = shown;
  }

  /**
   * Of one rollout.
   *
   * @param verdicts of different scorers; those of people are called {@link AgreementRow#LABELS}
   */
  void add(StoredFile file, List<GivenVerdict> verdicts) {
    List<GivenVerdict> given = new ArrayList<>();
    for (GivenVerdict verdict : verdicts) {
      if (!verdict.scorer().equals(AgreementRow.LABELS)) {
        scorers.computeIfAbsent(verdict.scorer(), name -> new VerdictCounts()).add(verdict);
      }
      if (verdict.isGiven()) {
        given.add(verdict);
      }
    }
    given.sort(
        Comparator.comparing((GivenVerdict one) -> !one.scorer().equals(AgreementRow.LABELS))
            .thenComparing(GivenVerdict::scorer));
    for (int i = 0; i < given.size(); i++) {
      for (int j = i + 1; j < given.size(); j++) {
        pairs
            .computeIfAbsent(
                List.of(given.get(i).scorer(), given.get(j).scorer()),
                pair -> new PairCounts(shown))
            .add(file, given.get(i), given.get(j));
      }
    }
  }

  CellVerdicts plus(CellVerdicts other) {
    other.scorers.forEach((name, counts) -> scorers.merge(name, counts, VerdictCounts::plus));
    other.pairs.forEach((pair, counts) -> pairs.merge(pair, counts, PairCounts::plus));
    return this;
  }

  /** By name. */
  Map<String, VerdictCounts> scorers() {
    return scorers;
  }

  /** By the names of the first and the second; labels before judges. */
  Map<List<String>, PairCounts> pairs() {
    Map<List<String>, PairCounts> sorted =
        new TreeMap<>(
            Comparator.comparing((List<String> pair) -> !pair.get(0).equals(AgreementRow.LABELS))
                .thenComparing(pair -> pair.get(0))
                .thenComparing(pair -> pair.get(1)));
    sorted.putAll(pairs);
    return sorted;
  }
}
