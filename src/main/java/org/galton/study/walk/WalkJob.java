package org.galton.study.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.spark.sql.SparkSession;
import org.galton.job.monitoring.RunMark;
import org.galton.job.run.RunName;
import org.galton.search.tree.BacktrackingWalk;
import org.galton.search.tree.CandidateWalk;
import org.galton.search.tree.ExactLaws;
import org.galton.search.tree.FirstLeaf;
import org.galton.search.tree.InvalidTree;
import org.galton.search.tree.LeafLaw;
import org.galton.search.tree.LeafVisits;
import org.galton.search.tree.MomentumWalk;
import org.galton.search.tree.OneCallWalk;
import org.galton.search.tree.RejectionWalk;
import org.galton.search.tree.RewardTree;
import org.galton.search.tree.TreeWalk;
import org.galton.spec.InvalidInput;
import org.galton.study.walk.row.WalkSamplerRow;
import org.galton.study.walk.row.WalkTreeRow;

/** What samplers that go by values do on the tree of a file, which the driver holds whole. */
final class WalkJob {
  private final SparkSession spark;

  WalkJob(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * @throws InvalidInput when the input is no tree with a target that the walk can reach
   */
  WalkResult run(WalkRequest request, RunName run) {
    RunMark.set(spark.sparkContext(), run.runId());
    try {
      RewardTree tree = GivenTree.tree(GivenTree.read(spark, request.tree()), request.horizon());
      return result(request, run.runId(), tree);
    } catch (InvalidTree e) {
      throw new InvalidInput("Cannot read %s: %s".formatted(request.tree(), e.problem()), e);
    }
  }

  private static WalkResult result(WalkRequest request, String run, RewardTree tree) {
    LeafLaw target = ExactLaws.target(tree);
    FirstLeaf first = FirstLeaf.of(tree);
    LeafLaw oneWay = ExactLaws.oneWay(tree);
    BacktrackingWalk vgb = new BacktrackingWalk(tree, request.laziness());
    List<WalkSamplerRow> samplers = new ArrayList<>();
    Optional<LeafVisits> visits = Optional.empty();
    for (TreeWalk walk : walks(vgb, request)) {
      Optional<LeafVisits> walked = walked(walk, request);
      visits = visits.or(() -> walked);
      samplers.add(sampler(run, walk, target, walked));
    }
    samplers.add(sampler(run, "first_leaf", first.law().distance(target)));
    samplers.add(sampler(run, "one_way", oneWay.distance(target)));
    double error = ExactLaws.valueError(tree);
    OptionalDouble known =
        Double.isFinite(error) ? OptionalDouble.of(error) : OptionalDouble.empty();
    WalkTreeRow row =
        new WalkTreeRow(
            run,
            tree.size(),
            tree.leaves(),
            tree.horizon(),
            ExactLaws.values(tree)[0],
            known,
            request.laziness(),
            vgb.leafMass(),
            known.isPresent()
                ? OptionalDouble.of(1 / (8 * (1 + error) * tree.horizon()))
                : OptionalDouble.empty(),
            oneWay.distance(target),
            oneWay.lost(),
            first.law().distance(target),
            first.steps(),
            first.roundTrip(),
            request.steps(),
            request.seed());
    return new WalkResult(
        request, row, samplers, NodeRows.of(run, vgb, target, oneWay, first.law(), visits));
  }

  /** VGB's first. */
  private static List<TreeWalk> walks(BacktrackingWalk vgb, WalkRequest request) {
    List<TreeWalk> walks = new ArrayList<>();
    walks.add(vgb);
    walks.add(new RejectionWalk(vgb.tree(), vgb.laziness()));
    walks.add(new OneCallWalk(vgb.tree()));
    walks.add(new MomentumWalk(vgb.tree()));
    request
        .candidates()
        .ifPresent(k -> walks.add(new CandidateWalk(vgb.tree(), k, vgb.laziness())));
    return walks;
  }

  private static Optional<LeafVisits> walked(TreeWalk walk, WalkRequest request) {
    return request.steps() == 0
        ? Optional.empty()
        : Optional.of(LeafVisits.of(walk, request.steps(), request.seed()));
  }

  private static WalkSamplerRow sampler(
      String run, TreeWalk walk, LeafLaw target, Optional<LeafVisits> visits) {
    return new WalkSamplerRow(
        run,
        walk.name(),
        walk.isExact(),
        walk.leafLaw().distance(target),
        OptionalDouble.of(walk.leafMass()),
        OptionalDouble.of(walk.valuesPerStep()),
        visits.map(seen -> OptionalLong.of(seen.leafVisits())).orElse(OptionalLong.empty()),
        visits.map(LeafVisits::effectiveSamples).orElse(OptionalDouble.empty()),
        visits.map(seen -> seen.distance(target)).orElse(OptionalDouble.empty()));
  }

  private static WalkSamplerRow sampler(String run, String name, double distance) {
    return new WalkSamplerRow(
        run,
        name,
        false,
        distance,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }
}
