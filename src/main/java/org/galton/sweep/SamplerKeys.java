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
      case TreeSampler.KIND -> Optional.ofNullable(TreeSamplerKeys.read(section, maxTokens, 8));
      case AdaptiveSampler.KIND -> AdaptiveKeys.read(section);
      default -> {
        section.leaveRest();
        yield Optional.empty();
      }
    };
  }

  private static Optional<SearchSampler> backtracking(Section section, int maxTokens) {
    int block = TreeSamplerKeys.block(section, maxTokens);
    ValueSource values = ValueKeys.read(section);
    Output output = section.value("output", ValueType.constant(Output.class), Output.WALK);
    double eps = section.value("eps", ValueKeys.ERROR, values.eps());
    double delta = section.value("delta", ValueType.number(), 0.1);
    double constant =
        section.value("step_constant", ValueType.positive(), BacktrackingSampler.STEP_CONSTANT);
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
    return Optional.ofNullable(
        section.build(() -> new OneWaySampler(choice, 0, candidates, ValueSource.exact())));
  }

  private static Optional<SearchSampler> blocks(Section section, Choice choice, int maxTokens) {
    int block = TreeSamplerKeys.block(section, maxTokens);
    ValueSource values = ValueKeys.read(section);
    int candidates = section.value("candidates", CANDIDATES);
    return Optional.ofNullable(
        section.build(() -> new OneWaySampler(choice, block, candidates, values)));
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
      TreeSamplerKeys.write(tree, keys);
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
}
