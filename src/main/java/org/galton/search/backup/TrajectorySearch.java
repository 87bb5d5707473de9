package org.galton.search.backup;

import java.util.List;
import java.util.OptionalInt;
import org.galton.numerics.Expect;

/**
 * DeepSearch's loop without a model: it names the node to expand, is handed that node's children,
 * backs one trajectory up where some ended, and names the next node.
 *
 * <p>Where no trajectory ended, the next node is the best of the new children by {@link
 * UpperConfidence}; else the best of the frontier by {@link FrontierScore}, or where the settings
 * say so the one that a descent from the root by the upper bound comes to. The search ends after so
 * many backed-up trajectories or expansions, or when nothing is left to expand. It draws no random
 * number: the same children give the same search.
 */
public final class TrajectorySearch {

  /** Why a search ended. */
  public enum Ended {
    /** It has all trajectories. */
    TRAJECTORIES,
    /** It made all its expansions. */
    EXPANSIONS,
    /** Every trajectory has ended. */
    EXHAUSTED,
    /** It has not. */
    NOT_YET
  }

  private final SearchSettings settings;
  private final StepTree tree;
  private OptionalInt next = OptionalInt.of(StepTree.ROOT);
  private int expansions;

  public TrajectorySearch(SearchSettings settings) {
    this.settings = settings;
    this.tree = new StepTree(settings.gamma());
  }

  /** The node whose children are wanted; nothing once the search has ended. */
  public OptionalInt next() {
    return next;
  }

  public StepTree tree() {
    return tree;
  }

  public int expansions() {
    return expansions;
  }

  public Ended ended() {
    if (next.isPresent()) {
      return Ended.NOT_YET;
    }
    if (tree.backedUp().size() >= settings.trajectories()) {
      return Ended.TRAJECTORIES;
    }
    return expansions >= settings.expansions() ? Ended.EXPANSIONS : Ended.EXHAUSTED;
  }

  /**
   * Hands over the children of {@link #next}, and returns their numbers in the tree.
   *
   * @param children one or more, in the order in which they were drawn; one at the limit of depth
   *     that goes on is incomplete
   */
  public List<Integer> expand(List<SearchStep> children) {
    Expect.that(next.isPresent(), "expansion", expansions + 1, "none: the search has ended");
    Expect.that(!children.isEmpty(), "number of children", 0, "1 or more");
    int parent = next.getAsInt();
    boolean isLast = tree.depth(parent) + 1 == settings.depthLimit();
    List<Integer> made =
        children.stream().map(step -> tree.add(parent, isLast ? ended(step) : step)).toList();
    expansions++;
    OptionalInt chosen = tree.chosen(made);
    chosen.ifPresent(tree::backUp);
    next = isOver() ? OptionalInt.empty() : following(made, chosen);
    return made;
  }

  private static SearchStep ended(SearchStep step) {
    return step.ending().isTerminal()
        ? step
        : new SearchStep(step.entropy(), StepEnding.INCOMPLETE);
  }

  private boolean isOver() {
    return tree.backedUp().size() >= settings.trajectories() || expansions >= settings.expansions();
  }

  private OptionalInt following(List<Integer> made, OptionalInt chosen) {
    if (chosen.isEmpty()) {
      return tree.best(made, settings.siblings());
    }
    return switch (settings.selection()) {
      case FRONTIER -> tree.best(settings.frontier(), settings.depthLimit());
      case UCT -> tree.descent(settings.siblings(), settings.depthLimit());
    };
  }
}
