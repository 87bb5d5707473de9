package org.galton.study.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.galton.job.comparison.CellPair;
import org.galton.job.figure.AnswerCounts;
import org.galton.statistics.mass.MassBalance;
import org.galton.statistics.mass.MassChange;
import org.galton.statistics.mass.MassItem;

/**
 * How the solve rate of two cells changed, and how one policy-gradient step on the baseline's
 * rollouts would change it to first order, by the answers that cause it; means over the prompts
 * that both have.
 *
 * <p>A prompt's answers have the probability that they have in the rollouts of both cells together;
 * those that the baseline gave are drawn. All rollouts without an answer are one wrong answer.
 * Rewards are 1 and -1, the step size is 1, so that the parts compare with each other and not with
 * the observed change.
 *
 * @param observed solve rate of the candidate less that of the baseline
 * @param drawnRight gain from right answers that the baseline drew
 * @param drawnWrong gain from wrong answers that the baseline drew
 * @param undrawn gain or loss through answers that it did not draw
 * @param prompts that have rollouts in both
 */
public record MassShift(
    CellPair pair,
    double observed,
    double drawnRight,
    double drawnWrong,
    double undrawn,
    int prompts) {

  /** Change by the step. */
  public double total() {
    return drawnRight + drawnWrong + undrawn;
  }

  static MassShift of(
      CellPair pair, Map<String, AnswerCounts> baseline, Map<String, AnswerCounts> candidate) {
    double[] sums = new double[4];
    int prompts = 0;
    for (String prompt : new TreeSet<>(baseline.keySet())) {
      AnswerCounts before = baseline.get(prompt);
      AnswerCounts after = candidate.get(prompt);
      if (after != null && before.rollouts() > 0 && after.rollouts() > 0) {
        MassChange change = change(before, after);
        sums[0] += after.solveRate() - before.solveRate();
        sums[1] += change.drawnCorrect();
        sums[2] += change.drawnWrong();
        sums[3] += change.undrawn();
        prompts++;
      }
    }
    int count = Math.max(1, prompts);
    return new MassShift(
        pair, sums[0] / count, sums[1] / count, sums[2] / count, sums[3] / count, prompts);
  }

  static MassChange change(AnswerCounts before, AnswerCounts after) {
    double rollouts = before.rollouts() + after.rollouts();
    List<MassItem> items = new ArrayList<>();
    add(items, before.right(), after.right(), true, rollouts);
    add(items, before.wrong(), after.wrong(), false, rollouts);
    int empty = before.empty() + after.empty();
    if (empty > 0) {
      items.add(new MassItem(empty / rollouts, false, before.empty() > 0));
    }
    return new MassBalance(1, -1, 1, before.rollouts()).change(items);
  }

  private static void add(
      List<MassItem> items,
      Map<String, Integer> before,
      Map<String, Integer> after,
      boolean right,
      double rollouts) {
    Set<String> answers = new TreeSet<>(before.keySet());
    answers.addAll(after.keySet());
    for (String answer : answers) {
      int drawn = before.getOrDefault(answer, 0);
      double probability = (drawn + after.getOrDefault(answer, 0)) / rollouts;
      items.add(new MassItem(probability, right, drawn > 0));
    }
  }
}
