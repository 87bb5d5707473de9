package org.galton.search;

import java.util.Locale;
import org.galton.search.backup.GammaIndex;
import org.galton.search.backup.SearchSettings;

/**
 * DeepSearch's tree search as a way to draw a completion: each rollout is a tree of its own, whose
 * nodes are blocks. A node is expanded into so many children at once; verdicts of the task on whole
 * completions, +1 or -1, are backed up. The completion is the best trajectory of those backed up: a
 * right one first, then a wrong one, then one that was cut; among equals the one of least mean
 * entropy; then the first. So it maximises, and its rollouts follow no law to compare with samples.
 *
 * <p>Cost: no more than trajectories x depth expansions, each of so many blocks, since a descent
 * that begins anywhere ends within the limit of depth and is backed up.
 *
 * <p>DeepSearch (arXiv 2509.25454); the rules are {@link org.galton.search.backup}'s.
 *
 * @param block tokens of a block: a step
 * @param children of a node that is expanded
 * @param tokens after which no further node is expanded; 0 for no limit
 * @param rules of the tree
 */
public record TreeSampler(int block, int children, long tokens, SearchSettings rules)
    implements BlockSampler {
  public static final String KIND = "tree";

  /** Nodes of one tree: what a rollout can write into the table of nodes. */
  public static final int MOST_NODES = 100_000;

  public TreeSampler {
    require(block >= 1, "block", block, "1 or more");
    require(children >= 1, "children", children, "1 or more");
    require(tokens >= 0, "tokens", tokens, "0 (no limit) or more");
    double nodes = mostExpansions(rules) * (double) children;
    require(
        nodes <= MOST_NODES,
        "tree",
        String.format(Locale.ROOT, "of up to %,.0f nodes", nodes),
        String.format(
            Locale.ROOT,
            "%,d or fewer: lower 'expansions', 'trajectories' or 'children'",
            MOST_NODES));
  }

  private static void require(boolean holds, String key, Object value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException("Invalid " + key + " " + value + ": expected " + expected);
    }
  }

  private static double mostExpansions(SearchSettings rules) {
    return Math.min(rules.expansions(), rules.trajectories() * (double) rules.depthLimit());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int block(int maxTokens) {
    return block;
  }

  @Override
  public ValueSource values() {
    return ValueSource.exact();
  }

  @Override
  public boolean needsValues(int maxTokens) {
    return false;
  }

  @Override
  public boolean isBiased() {
    return true;
  }

  @Override
  public String settings(int maxTokens) {
    return String.format(
            Locale.ROOT,
            "sampler=%s(maximises) block=%d children=%d depth=%d trajectories=%d expansions=%d",
            KIND,
            block,
            children,
            rules.depthLimit(),
            rules.trajectories(),
            rules.expansions())
        + (tokens == 0 ? "" : " tokens=" + tokens)
        + " selection="
        + word(rules.selection())
        + " lambda="
        + Settings.shortest(rules.siblings().lambda())
        + weights()
        + (rules.gamma() == GammaIndex.PAPER ? "" : " gamma=" + word(rules.gamma()));
  }

  private String weights() {
    return " l1="
        + Settings.shortest(rules.frontier().parent())
        + " l2="
        + Settings.shortest(rules.frontier().entropy())
        + " l3="
        + Settings.shortest(rules.frontier().depth())
        + "*"
        + word(rules.frontier().bonus());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public double mostBlocks(int maxTokens) {
    return mostExpansions(rules) * children;
  }

  @Override
  public <S> Search<S> start(S root, long seed, int maxTokens) {
    return new TreeSearch<>(root, seed, this);
  }
}
