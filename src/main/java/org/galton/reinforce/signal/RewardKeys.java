package org.galton.reinforce.signal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.galton.reward.signal.EpisodeReward;
import org.galton.reward.signal.HybridReward;
import org.galton.reward.signal.ModelReward;
import org.galton.reward.signal.OutcomeReward;
import org.galton.reward.signal.OverlongPenalty;
import org.galton.reward.signal.Reward;
import org.galton.reward.signal.RolloutReward;
import org.galton.reward.signal.ShapedReward;
import org.galton.reward.signal.ToolReward;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.sweep.SamplingWish;

/**
 * {@link RewardPlan} as specs write it: the name of a reward of verdicts, or a mapping with its
 * kind and the keys of this kind.
 */
public final class RewardKeys {
  private static final List<OutcomeReward> OUTCOMES =
      List.of(OutcomeReward.verdict(), OutcomeReward.signedVerdict(), OutcomeReward.ternary());
  private static final List<String> OUTCOME_NAMES =
      OUTCOMES.stream().map(OutcomeReward::name).toList();
  private static final EpisodeReward EPISODE = new EpisodeReward();
  private static final String TOOLS = ToolReward.withDefaults().name();
  private static final String SHAPED = "shaped";
  private static final String HYBRID = "hybrid";
  private static final String MODEL = "model";
  private static final List<String> KINDS =
      List.of("verdict", "verdict_signed", "ternary", TOOLS, SHAPED, HYBRID, MODEL);
  private static final List<String> WORDS =
      Stream.concat(OUTCOME_NAMES.stream(), Stream.of(EPISODE.name())).toList();
  private static final List<String> SHAPED_OF =
      Stream.concat(OUTCOME_NAMES.stream(), Stream.of(TOOLS)).toList();
  private static final ValueType<Integer> TOKENS = ValueType.integer(1, 100_000_000);

  private RewardKeys() {}

  /** Null where something is wrong. */
  public static RewardPlan read(Section section) {
    ValueType<String> word = ValueType.word(WORDS);
    ValueType<RewardPlan> plain =
        new ValueType<>(
            word.expected() + ", or a mapping with a key 'kind'",
            RewardPlan.of(OutcomeReward.verdict()),
            WORDS,
            text ->
                word.parse()
                    .apply(text)
                    .map(
                        name ->
                            RewardPlan.of(name.equals(EPISODE.name()) ? EPISODE : outcome(name))));
    return section.valueOrSection("reward", plain, RewardKeys::mapped, plain.standIn());
  }

  private static OutcomeReward outcome(String name) {
    return OUTCOMES.stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
  }

  private static RewardPlan mapped(Section section) {
    String kind = section.value("kind", ValueType.word(KINDS));
    return switch (kind) {
      case "tools" -> {
        ToolReward tools = tools(section);
        VerdictSource verifier = SignalKeys.verdicts(section, "verifier");
        yield section.build(() -> new RewardPlan(tools, verifier, Optional.empty()));
      }
      case SHAPED -> shaped(section);
      case HYBRID -> hybrid(section);
      case MODEL -> model(section);
      case "" -> {
        section.leaveRest();
        yield null;
      }
      default -> {
        VerdictSource verifier = SignalKeys.verdicts(section, "verifier");
        yield section.build(() -> new RewardPlan(outcome(kind), verifier, Optional.empty()));
      }
    };
  }

  private static ToolReward tools(Section section) {
    ToolReward usual = ToolReward.withDefaults();
    double bonus = section.value("bonus", ValueType.number(0, 1_000), usual.bonus());
    double effort = section.value("effort", ValueType.number(0, 1_000), usual.effort());
    double most = section.value("wrong_at_most", ValueType.number(-1, 0.999), usual.wrongAtMost());
    return new ToolReward(bonus, effort, most);
  }

  private static RewardPlan shaped(Section section) {
    String of =
        section.value("of", ValueType.word(SHAPED_OF), OutcomeReward.signedVerdict().name());
    RolloutReward shapes = of.equals(TOOLS) ? tools(section) : outcome(of);
    int limit = section.value("limit", TOKENS);
    int margin = section.value("margin", TOKENS, Math.max(1, limit / 5));
    double factor = section.value("factor", ValueType.positive(), 1.0);
    VerdictSource verifier = SignalKeys.verdicts(section, "verifier");
    return section.build(
        () ->
            new RewardPlan(
                new ShapedReward(shapes, new OverlongPenalty(limit, margin, factor)),
                verifier,
                Optional.empty()));
  }

  /**
   * A penalty of length that no completion can reach is a mistake; nulls were wrong before.
   *
   * @param mostTurns of a rollout, each of which may take all tokens of the sampling
   */
  public static void requirePenalty(
      Section section, RewardPlan plan, SamplingWish sampling, int mostTurns) {
    if (plan != null && sampling != null && plan.reward() instanceof ShapedReward shaped) {
      int free = shaped.penalty().limit() - shaped.penalty().margin();
      long longest = (long) sampling.maxTokens() * mostTurns;
      if (free >= longest) {
        section.problem(
            "reward",
            "'reward' punishes completions of more than %d tokens, 'limit' less 'margin', and none is longer than %s %d: expected a 'limit' of about %3$d"
                .formatted(free, mostTurns == 1 ? "max_tokens" : "all its turns,", longest));
      }
    }
  }

  private static RewardPlan hybrid(Section section) {
    VerdictSource verifier = SignalKeys.verdicts(section, "verifier");
    RewardModel model = section.section("model", SignalKeys::model);
    HybridReward reward = HybridKeys.read(section);
    return section.build(() -> new RewardPlan(reward, verifier, Optional.of(model)));
  }

  private static RewardPlan model(Section section) {
    RewardModel model = section.section("model", SignalKeys::model);
    return section.build(
        () -> new RewardPlan(new ModelReward(), new VerdictSource.OfTask(), Optional.of(model)));
  }

  /** As {@link #read} reads it: a word, or a map. */
  public static Object written(RewardPlan plan) {
    Reward reward = plan.reward();
    if (reward instanceof EpisodeReward
        || (reward instanceof OutcomeReward && plan.verifier() instanceof VerdictSource.OfTask)) {
      return reward.name();
    }
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("kind", reward instanceof ShapedReward ? SHAPED : reward.name());
    if (reward instanceof ShapedReward shaped) {
      RolloutReward of = shaped.reward();
      keys.put("of", of.name());
      if (of instanceof ToolReward tools) {
        write(tools, keys);
      }
      keys.put("limit", shaped.penalty().limit());
      keys.put("margin", shaped.penalty().margin());
      keys.put("factor", shaped.penalty().factor());
    }
    if (reward instanceof ToolReward tools) {
      write(tools, keys);
    }
    if (!(reward instanceof ModelReward)) {
      keys.put("verifier", SignalKeys.written(plan.verifier()));
    }
    plan.model().ifPresent(model -> keys.put("model", SignalKeys.written(model)));
    if (reward instanceof HybridReward hybrid) {
      HybridKeys.write(hybrid, keys);
    }
    return keys;
  }

  private static void write(ToolReward tools, Map<String, Object> keys) {
    keys.put("bonus", tools.bonus());
    keys.put("effort", tools.effort());
    keys.put("wrong_at_most", tools.wrongAtMost());
  }
}
