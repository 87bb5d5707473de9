package org.galton.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.search.AdaptiveSampler;
import org.galton.search.BacktrackingSampler;
import org.galton.search.BacktrackingSampler.Output;
import org.galton.search.OneWaySampler;
import org.galton.search.OneWaySampler.Choice;
import org.galton.search.SearchSampler;
import org.galton.search.TreeSampler;
import org.galton.search.ValueSource;
import org.galton.search.backup.DepthBonus;
import org.galton.search.backup.FrontierScore;
import org.galton.search.backup.GammaIndex;
import org.galton.search.backup.NodeSelection;
import org.galton.search.backup.SearchSettings;
import org.galton.search.backup.UpperConfidence;
import org.galton.spec.Section;
import org.galton.spec.ValueType;

/** {@code sampler} of a sampling as specs write it. */
final class SamplerKeys {
  private static final List<String> KINDS =
      List.of(
          BacktrackingSampler.KIND,
          "best_of",
          "block_best_of",
          "rejection",
          "block_rejection",
          TreeSampler.KIND,
          AdaptiveSampler.KIND);
  private static final ValueType<Integer> CANDIDATES = ValueType.integer(1, 100_000);

  private static final int MOST_EXPANSIONS = 1_000_000;
  private static final ValueType<Integer> DEPTH = ValueType.integer(1, 1_000_000);
  private static final ValueType<Double> WEIGHT = ValueType.number(-1000, 1000);

  private SamplerKeys() {}

  /**
   * @param maxTokens of the sampling, which a block cannot exceed
   */
  static Optional<SearchSampler> read(Section section, int maxTokens) {
    String kind = section.value("kind", ValueType.word(KINDS));
    return switch (kind) {
      case BacktrackingSampler.KIND -> backtracking(section, maxTokens);
      case "best_of" -> oneWay(section, Choice.BEST);
      case "rejection" -> oneWay(section, Choice.ACCEPTED);
      case "block_best_of" -> blocks(section, Choice.BEST, maxTokens);
      case "block_rejection" -> blocks(section, Choice.ACCEPTED, maxTokens);
      case TreeSampler.KIND -> tree(section, maxTokens);
      case AdaptiveSampler.KIND -> AdaptiveKeys.read(section);
      default -> {
        section.leaveRest();
        yield Optional.empty();
      }
    };
  }

  private static Optional<SearchSampler> backtracking(Section section, int maxTokens) {
    int block = block(section, maxTokens);
    ValueSource values = ValueKeys.read(section);
    Output output = section.value("output", ValueType.constant(Output.class), Output.WALK);
    double eps = section.value("eps", ValueKeys.ERROR, values.eps());
    double delta = section.value("delta", ValueType.number(), 0.1);
    double constant =
        section.value(
            "step_constant", ValueType.positive(), BacktrackingSampler.STEP_CONSTANT);
    int horizon = section.value("horizon", ValueType.integer(0, 1_000_000), 0);
    int restarts =
        section.value(
            "max_restarts",
            ValueType.integer(BacktrackingSampler.BY_FORMULA, 1_000_000),
            BacktrackingSampler.BY_FORMULA);
    return Optional.ofNullable(
        section.build(
            () ->
                new BacktrackingSampler(
                    block, values, output, eps, delta, constant, horizon, restarts)));
  }

  private static Optional<SearchSampler> oneWay(Section section, Choice choice) {
    int candidates = section.value("candidates", CANDIDATES);
    return Optional.ofNullable(section.build(() -> new OneWaySampler(choice, 0, candidates, 0)));
  }

  private static Optional<SearchSampler> blocks(Section section, Choice choice, int maxTokens) {
    int block = block(section, maxTokens);
    ValueSource values = ValueKeys.read(section);
    int candidates = section.value("candidates", CANDIDATES);
    return Optional.ofNullable(
        section.build(() -> new OneWaySampler(choice, block, candidates, values)));
  }

  private static Optional<SearchSampler> tree(Section section, int maxTokens) {
    int block = block(section, maxTokens);
    int children = section.value("children", ValueType.integer(1, 1000), 8);
    int depth = section.value("depth", DEPTH, (maxTokens + block - 1) / block);
    int trajectories = section.value("trajectories", ValueType.integer(1, 10_000), 8);
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
    return Optional.ofNullable(
        section.build(
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
                        selection))));
  }

  private static int block(Section section, int maxTokens) {
    int block = section.value("block", ValueType.integer(1, 1_000_000));
    if (block > maxTokens) {
      section.problem(
          "block",
          "'block' is %d: expected at most the %d of 'max_tokens'".formatted(block, maxTokens));
    }
    return block;
  }

  /** Every key with its value. */
  static Map<String, Object> written(SearchSampler sampler) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("kind", sampler.kind());
    if (sampler instanceof BacktrackingSampler walk) {
      keys.put("block", walk.block());
      keys.put("value", ValueKeys.written(walk.values()));
      keys.put("output", ValueType.written(walk.output()));
      keys.put("eps", walk.eps());
      keys.put("delta", walk.delta());
      keys.put("step_constant", walk.stepConstant());
      keys.put("horizon", walk.horizon());
      keys.put("max_restarts", walk.maxRestarts());
    } else if (sampler instanceof TreeSampler tree) {
      keys.putAll(written(tree));
    } else if (sampler instanceof AdaptiveSampler adaptive) {
      keys.putAll(AdaptiveKeys.written(adaptive));
    } else if (sampler instanceof OneWaySampler oneWay) {
      keys.put("candidates", oneWay.candidates());
      if (oneWay.block() > 0) {
        keys.put("block", oneWay.block());
        keys.put("value", ValueKeys.written(oneWay.values()));
      }
    }
    return keys;
  }

  private static Map<String, Object> written(TreeSampler tree) {
    SearchSettings rules = tree.rules();
    Map<String, Object> keys = new LinkedHashMap<>();
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
    return keys;
  }
}
