package org.galton.job.comparison;

import java.util.Comparator;
import java.util.List;
import org.galton.table.PromptStatisticsRow;

/**
 * A prompt whose solve rate is not the same in two cells.
 *
 * @param text the prompt, shortened
 * @param baselineRate success rate in the first cell: c/n, or that of both stages of a budget
 * @param candidateRate in the second cell
 */
public record Flip(String promptId, String text, double baselineRate, double candidateRate) {
  private static final int LONGEST = 160;

  /** Those that changed most, the largest change first, then by prompt id; texts not yet known. */
  static List<Flip> most(CellPair pair, int limit) {
    return pair.shared().stream()
        .filter(prompt -> prompt.baseline().n() > 0 && prompt.candidate().n() > 0)
        .map(
            prompt ->
                new Flip(
                    prompt.baseline().promptId(),
                    "",
                    rate(prompt.baseline()),
                    rate(prompt.candidate())))
        .filter(flip -> flip.change() != 0)
        .sorted(
            Comparator.comparingDouble((Flip flip) -> -Math.abs(flip.change()))
                .thenComparing(Flip::promptId))
        .limit(limit)
        .toList();
  }

  private static double rate(PromptStatisticsRow prompt) {
    Double ofStages = prompt.second().successRate();
    return ofStages == null ? (double) prompt.correct() / prompt.n() : ofStages;
  }

  public double change() {
    return candidateRate - baselineRate;
  }

  Flip withText(String whole) {
    String shortened =
        whole.codePointCount(0, whole.length()) <= LONGEST
            ? whole
            : whole.substring(0, whole.offsetByCodePoints(0, LONGEST - 1)) + "…";
    return new Flip(promptId, shortened, baselineRate, candidateRate);
  }
}
