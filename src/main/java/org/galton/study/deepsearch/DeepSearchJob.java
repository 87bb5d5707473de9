package org.galton.study.deepsearch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.galton.job.input.Unnamed;
import org.galton.job.monitoring.RunMark;
import org.galton.job.run.RunName;
import org.galton.search.backup.FrontierScore;
import org.galton.search.backup.GammaIndex;
import org.galton.search.backup.SearchSettings;
import org.galton.search.backup.StepEnding;
import org.galton.search.backup.StepTree;
import org.galton.spec.InvalidInput;
import org.galton.study.deepsearch.row.DeepSearchNodeRow;
import org.galton.study.deepsearch.row.DeepSearchTreeRow;

/** What DeepSearch makes of the trees of a file, which the driver holds whole. */
final class DeepSearchJob {
  private final SparkSession spark;

  DeepSearchJob(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * @throws InvalidInput when the input is no tree of steps
   */
  DeepSearchResult run(DeepSearchRequest request, RunName run) {
    RunMark.set(spark.sparkContext(), run.runId());
    List<DeepSearchTreeRow> trees = new ArrayList<>();
    List<DeepSearchNodeRow> nodes = new ArrayList<>();
    GivenSteps.read(spark, request.input())
        .forEach(
            (name, given) -> {
              RecordedTree recorded = RecordedTree.of(given, request.settings().depthLimit());
              SearchedTree searched = SearchedTree.of(recorded, request.settings());
              String shown = Unnamed.shown(name);
              trees.add(tree(run.runId(), shown, recorded, searched, request));
              nodes.addAll(nodes(run.runId(), shown, searched, request));
            });
    return new DeepSearchResult(request, trees, nodes);
  }

  private static DeepSearchTreeRow tree(
      String run,
      String name,
      RecordedTree recorded,
      SearchedTree searched,
      DeepSearchRequest request) {
    StepTree tree = searched.tree();
    SearchSettings settings = request.settings();
    return new DeepSearchTreeRow(
        run,
        name,
        searched.expansions().isPresent(),
        recorded.steps().size(),
        tree.size(),
        count(tree, StepEnding::isTerminal),
        count(tree, StepEnding.CORRECT::equals),
        tree.backedUp().size(),
        searched.expansions(),
        searched.ended(),
        searched.asked().map(DeepSearchResult::shown),
        tree.meanReward(),
        tree.q(StepTree.ROOT),
        selected(searched, settings.frontier(), settings.depthLimit()),
        selected(searched, request.withEntropy(), settings.depthLimit()));
  }

  private static Optional<String> selected(
      SearchedTree searched, FrontierScore score, int depthLimit) {
    OptionalInt best = searched.tree().best(score, depthLimit);
    return best.isPresent()
        ? Optional.of(DeepSearchResult.shown(searched.names().get(best.getAsInt())))
        : Optional.empty();
  }

  private static int count(StepTree tree, Predicate<StepEnding> wanted) {
    return (int)
        IntStream.range(0, tree.size())
            .filter(node -> wanted.test(tree.step(node).ending()))
            .count();
  }

  private static List<DeepSearchNodeRow> nodes(
      String run, String name, SearchedTree searched, DeepSearchRequest request) {
    StepTree tree = searched.tree();
    SearchSettings settings = request.settings();
    StepTree byPaper = tree.weighted(GammaIndex.PAPER);
    StepTree byCode = tree.weighted(GammaIndex.CODE);
    Optional<double[]> advantages = tree.advantages();
    Map<Integer, Integer> backups = new HashMap<>();
    tree.backedUp().forEach(node -> backups.put(node, backups.size() + 1));
    Set<Integer> frontier = new HashSet<>(tree.frontier(settings.depthLimit()));
    List<DeepSearchNodeRow> rows = new ArrayList<>(tree.size());
    for (int node = 0; node < tree.size(); node++) {
      StepEnding ending = tree.step(node).ending();
      Integer backup = backups.get(node);
      int place = node;
      rows.add(
          new DeepSearchNodeRow(
              run,
              name,
              searched.names().get(node),
              tree.depth(node),
              ending.isTerminal()
                  ? Optional.of(ending.name().toLowerCase(Locale.ROOT))
                  : Optional.empty(),
              tree.step(node).entropy(),
              backup == null ? OptionalInt.empty() : OptionalInt.of(backup),
              tree.backups(node),
              byPaper.q(node),
              byCode.q(node),
              tree.clipped(node),
              advantages
                  .map(found -> OptionalDouble.of(found[place]))
                  .orElse(OptionalDouble.empty()),
              node == StepTree.ROOT || ending.isTerminal()
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(bound(tree, node, settings)),
              score(tree, node, frontier, settings.frontier(), settings.depthLimit()),
              score(tree, node, frontier, request.withEntropy(), settings.depthLimit())));
    }
    return rows;
  }

  private static double bound(StepTree tree, int node, SearchSettings settings) {
    return settings
        .siblings()
        .of(tree.mean(node), tree.visits(node), tree.visits(tree.parent(node)));
  }

  private static OptionalDouble score(
      StepTree tree, int node, Set<Integer> frontier, FrontierScore score, int depthLimit) {
    return frontier.contains(node)
        ? OptionalDouble.of(tree.frontierScore(node, score, depthLimit))
        : OptionalDouble.empty();
  }
}
