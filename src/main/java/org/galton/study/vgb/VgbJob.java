package org.galton.study.vgb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.galton.search.generated.SequenceTask;
import org.galton.search.generated.SequenceTree;
import org.galton.search.generated.ValueRule;
import org.galton.search.tree.ExactLaws;
import org.galton.search.tree.FirstLeaf;
import org.galton.search.tree.InvalidTree;
import org.galton.search.tree.LeafLaw;
import org.galton.search.tree.RejectionWalk;
import org.galton.search.tree.RewardTree;
import org.galton.spec.InvalidInput;
import org.galton.study.vgb.row.VgbHorizonRow;

/** Computes all laws exactly: there is no simulation. */
final class VgbJob {
  private VgbJob() {}

  /**
   * @throws IllegalArgumentException when a tree would be too large
   * @throws InvalidInput when a task has no target at a horizon, or values close all of it
   */
  static VgbResult run(VgbRequest request, String run) {
    List<VgbHorizonRow> rows = new ArrayList<>();
    for (SequenceTask task : request.tasks()) {
      for (int horizon : request.horizons()) {
        RewardTree plain = SequenceTree.of(task, horizon);
        for (ValueRule rule : request.rules()) {
          for (ValueRule.Faults faults : request.faults(rule)) {
            rows.add(row(run, task, plain, rule, faults));
          }
        }
      }
    }
    return new VgbResult(request, rows);
  }

  private static VgbHorizonRow row(
      String run, SequenceTask task, RewardTree plain, ValueRule rule, ValueRule.Faults faults) {
    try {
      return row(
          run,
          task,
          rule,
          rule.usesSamples() ? (Integer) faults.samples() : null,
          rule.valued(plain, faults));
    } catch (InvalidTree e) {
      throw new InvalidInput(
          "Cannot walk on %s of %d tokens with %s values: %s"
              .formatted(lower(task), plain.horizon(), lower(rule), e.problem()),
          e);
    }
  }

  private static VgbHorizonRow row(
      String run, SequenceTask task, ValueRule rule, Integer samples, RewardTree tree) {
    LeafLaw target = ExactLaws.target(tree);
    LeafLaw oneWay = ExactLaws.oneWay(tree);
    FirstLeaf first = FirstLeaf.of(tree);
    RejectionWalk walk = new RejectionWalk(tree, 0);
    double mean = ExactLaws.values(tree)[0];
    return new VgbHorizonRow(
        run,
        lower(task),
        lower(rule),
        tree.horizon(),
        tree.leaves(),
        mean,
        finite(ExactLaws.valueError(tree)),
        oneWay.distance(target),
        oneWay.lost(),
        finite(target.divergenceFrom(oneWay)),
        first.law().distance(target),
        first.steps(),
        walk.leafLaw().distance(target),
        walk.leafMass(),
        first.roundTrip(),
        first.roundTrip() * walk.valuesPerStep(),
        tree.horizon() * highest(tree) / mean,
        samples);
  }

  private static double highest(RewardTree tree) {
    return IntStream.range(0, tree.size())
        .filter(tree::isLeaf)
        .mapToDouble(tree::value)
        .max()
        .orElseThrow();
  }

  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
