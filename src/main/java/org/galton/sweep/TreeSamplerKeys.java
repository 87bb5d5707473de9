package org.galton.sweep;

import java.util.Map;
import org.galton.search.TreeSampler;
import org.galton.search.backup.DepthBonus;
import org.galton.search.backup.FrontierScore;
import org.galton.search.backup.GammaIndex;
import org.galton.search.backup.NodeSelection;
import org.galton.search.backup.SearchSettings;
import org.galton.search.backup.UpperConfidence;
import org.galton.spec.Section;
import org.galton.spec.ValueType;

/** The keys of a {@link TreeSampler}, in a sampler and in a training. */
public final class TreeSamplerKeys {
  private static final int MOST_EXPANSIONS = 1_000_000;
  private static final ValueType<Integer> DEPTH = ValueType.integer(1, 1_000_000);
  private static final ValueType<Double> WEIGHT = ValueType.number(-1000, 1000);

  private TreeSamplerKeys() {}

  /**
   * Null where something is wrong.
   *
   * @param maxTokens of the sampling, which a block cannot exceed
   * @param usual trajectories, where the section does not say
   */
  public static TreeSampler read(Section section, int maxTokens, int usual) {
    int block = block(section, maxTokens);
    int children = section.value("children", ValueType.integer(1, 1000), 8);
    int depth = section.value("depth", DEPTH, (maxTokens + block - 1) / block);
    int trajectories = section.value("trajectories", ValueType.integer(1, 10_000), usual);
    int all = (int) Math.min(MOST_EXPANSIONS, (long) trajectories * depth);
    int expansions = section.value("expansions", ValueType.integer(1, MOST_EXPANSIONS), all);
    long tokens = section.value("tokens", ValueType.integer(0, Integer.MAX_VALUE), 0);
    NodeSelection selection =
        section.value("selection", ValueType.constant(NodeSelection.class), NodeSelection.FRONTIER);
    double lambda = section.value("lambda", WEIGHT, UpperConfidence.withDefaults().lambda());
    FrontierScore paper = FrontierScore.withDefaults();
    double parent = section.value("l1", WEIGHT, paper.parent());
    double entropy = section.value("l2", WEIGHT, paper.entropy());
    double deep = section.value("l3", WEIGHT, paper.depth());
    DepthBonus bonus =
        section.value("depth_bonus", ValueType.constant(DepthBonus.class), paper.bonus());
    GammaIndex gamma =
        section.value("gamma_index", ValueType.constant(GammaIndex.class), GammaIndex.PAPER);
    return section.build(
        () ->
            new TreeSampler(
                block,
                children,
                tokens,
                new SearchSettings(
                    depth,
                    trajectories,
                    expansions,
                    gamma,
                    new UpperConfidence(lambda),
                    new FrontierScore(parent, entropy, deep, paper.own(), bonus),
                    selection)));
  }

  static int block(Section section, int maxTokens) {
    int block = section.value("block", ValueType.integer(1, 1_000_000));
    if (block > maxTokens) {
      section.problem(
          "block",
          "'block' is %d: expected at most the %d of 'max_tokens'".formatted(block, maxTokens));
    }
    return block;
  }

  /** Every key with its value. */
  public static void write(TreeSampler tree, Map<String, Object> keys) {
    SearchSettings rules = tree.rules();
    keys.put("block", tree.block());
    keys.put("children", tree.children());
    keys.put("depth", rules.depthLimit());
    keys.put("trajectories", rules.trajectories());
    keys.put("expansions", rules.expansions());
    keys.put("tokens", tree.tokens());
    keys.put("selection", ValueType.written(rules.selection()));
    keys.put("lambda", rules.siblings().lambda());
    keys.put("l1", rules.frontier().parent());
    keys.put("l2", rules.frontier().entropy());
    keys.put("l3", rules.frontier().depth());
    keys.put("depth_bonus", ValueType.written(rules.frontier().bonus()));
    keys.put("gamma_index", ValueType.written(rules.gamma()));
  }
}
