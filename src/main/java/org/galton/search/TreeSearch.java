package org.galton.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.galton.search.backup.SearchStep;
import org.galton.search.backup.StepEnding;
import org.galton.search.backup.StepTree;
import org.galton.search.backup.TrajectorySearch;

/** The tree of a {@link TreeSampler}. A block's seed follows from the number of its node. */
final class TreeSearch<S> implements Search<S> {
  /**
   * Steps of a nat. The last digits of an entropy depend on what a model draws at the same time;
   * the course of a search must not, least of all between two children of one text.
   */
  private static final double ENTROPY_STEPS = 1000;

  private final SeedStreams random;
  private final TreeSampler sampler;
  private final TrajectorySearch search;
  private final List<S> states = new ArrayList<>();
  private final List<Integer> expanded = new ArrayList<>();
  private long tokens;
  private long jumps;
  private long wrong;

  TreeSearch(S root, long seed, TreeSampler sampler) {
    this.random = SeedStreams.of(seed);
    this.sampler = sampler;
    this.search = new TrajectorySearch(sampler.rules());
    states.add(root);
  }

  @Override
  public List<Wish<S>> wishes(int ahead) {
    if (search.next().isEmpty() || (sampler.tokens() > 0 && tokens >= sampler.tokens())) {
      return List.of();
    }
    S from = states.get(search.next().getAsInt());
    return IntStream.range(0, sampler.children())
        .mapToObj(child -> new Wish<>(from, random.block(states.size() + child)))
        .toList();
  }

  @Override
  public int hear(List<Child<S>> drawn) {
    int node = search.next().orElseThrow();
    expanded.add(node);
    for (Child<S> child : drawn) {
      states.add(child.state());
      tokens += child.block().tokens();
      wrong += child.ended() && child.value() == 0 ? 1 : 0;
    }
    List<Integer> made = search.expand(drawn.stream().map(TreeSearch::step).toList());
    jumps += search.next().stream().filter(next -> next < made.get(0)).count();
    return drawn.size();
  }

  private static SearchStep step(Child<?> child) {
    StepEnding ending =
        !child.ended()
            ? StepEnding.NONE
            : child.block().cut()
                ? StepEnding.INCOMPLETE
                : child.value() > 0 ? StepEnding.CORRECT : StepEnding.WRONG;
    return new SearchStep(
        Math.rint(child.block().entropy() * ENTROPY_STEPS) / ENTROPY_STEPS, ending);
  }

  /** Of a tree in which no trajectory has ended the first of its deepest nodes. */
  private int best() {
    StepTree tree = search.tree();
    return tree.chosen(tree.backedUp())
        .orElseGet(
            () ->
                IntStream.range(0, tree.size())
                    .reduce((a, b) -> tree.depth(b) > tree.depth(a) ? b : a)
                    .orElse(StepTree.ROOT));
  }

  @Override
  public SearchEnd<S> end() {
    int best = best();
    SearchEnd.Kind kind =
        switch (search.tree().step(best).ending()) {
          case CORRECT -> SearchEnd.Kind.FOUND;
          case WRONG -> SearchEnd.Kind.WRONG;
          case INCOMPLETE, NONE -> SearchEnd.Kind.GIVEN_UP;
        };
    return new SearchEnd<>(
        states.get(best),
        kind,
        new SearchCounts(
            search.expansions(),
            jumps,
            0,
            wrong,
            states.size() - 1,
            search.tree().backedUp().size()));
  }

  @Override
  public List<SearchedNode<S>> nodes() {
    StepTree tree = search.tree();
    boolean[] putOut = new boolean[tree.size()];
    for (int node = best(); node >= 0; node = tree.parent(node)) {
      putOut[node] = true;
    }
    int[] expansion = numbers(expanded, tree.size());
    int[] backup = numbers(tree.backedUp(), tree.size());
    Optional<double[]> advantages = tree.advantages();
    return IntStream.range(0, tree.size())
        .mapToObj(
            node ->
                new SearchedNode<>(
                    states.get(node),
                    node == StepTree.ROOT ? OptionalInt.empty() : OptionalInt.of(tree.parent(node)),
                    tree.depth(node),
                    tree.step(node).ending(),
                    counted(expansion[node]),
                    counted(backup[node]),
                    tree.q(node),
                    tree.backups(node),
                    advantages
                        .map(all -> OptionalDouble.of(all[node]))
                        .orElse(OptionalDouble.empty()),
                    putOut[node]))
        .toList();
  }

  /** The place of each node in a list, from 1; 0 where it is not in it. */
  private static int[] numbers(List<Integer> nodes, int size) {
    int[] numbers = new int[size];
    for (int i = 0; i < nodes.size(); i++) {
      numbers[nodes.get(i)] = i + 1;
    }
    return numbers;
  }

  private static OptionalInt counted(int number) {
    return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
