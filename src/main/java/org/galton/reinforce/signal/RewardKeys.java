package org.galton.reinforce.signal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.reward.signal.HybridReward;
import org.galton.reward.signal.ModelReward;
import org.galton.reward.signal.OutcomeReward;
import org.galton.reward.signal.OverlongPenalty;
import org.galton.reward.signal.Reward;
import org.galton.reward.signal.RolloutReward;
import org.galton.reward.signal.ShapedReward;
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
  private static final String SHAPED = "shaped";
  private static final String HYBRID = "hybrid";
  private static final String MODEL = "model";
  private static final List<String> KINDS =
      List.of("verdict", "verdict_signed", "ternary", SHAPED, HYBRID, MODEL);
  private static final ValueType<Integer> TOKENS = ValueType.integer(1, 100_000_000);

  private RewardKeys() {}

  /** Null where something is wrong. */
  public static RewardPlan read(Section section) {
    ValueType<String> word = ValueType.word(OUTCOME_NAMES);
    ValueType<RewardPlan> plain =
        new ValueType<>(
            word.expected() + ", or a mapping with a key 'kind'",
            RewardPlan.of(OutcomeReward.verdict()),
            OUTCOME_NAMES,
            text -> word.parse().apply(text).map(name -> RewardPlan.of(outcome(name))));
    return section.valueOrSection("reward", plain, RewardKeys::mapped, plain.standIn());
  }

  private static OutcomeReward outcome(String name) {
    return OUTCOMES.stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
  }

  private static RewardPlan mapped(Section section) {
    String kind = section.value("kind", ValueType.word(KINDS));
    return switch (kind) {
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

  private static RewardPlan shaped(Section section) {
    String of =
        section.value("of", ValueType.word(OUTCOME_NAMES), OutcomeReward.signedVerdict().name());
    int limit = section.value("limit", TOKENS);
    int margin = section.value("margin", TOKENS, Math.max(1, limit / 5));
    double factor = section.value("factor", ValueType.positive(), 1.0);
    VerdictSource verifier = SignalKeys.verdicts(section, "verifier");
    return section.build(
        () ->
            new RewardPlan(
                new ShapedReward(outcome(of), new OverlongPenalty(limit, margin, factor)),
                verifier,
                Optional.empty()));
  }

  /** A penalty of length that no completion can reach is a mistake; nulls were wrong before. */
  public static void requirePenalty(Section section, RewardPlan plan, SamplingWish sampling) {
    if (plan != null && sampling != null && plan.reward() instanceof ShapedReward shaped) {
      int free = shaped.penalty().limit() - shaped.penalty().margin();
      if (free >= sampling.maxTokens()) {
        section.problem(
            "reward",
            "'reward' punishes completions of more than %d tokens, 'limit' less 'margin', and none is longer than max_tokens %d: expected a 'limit' of about %2$d"
                .formatted(free, sampling.maxTokens()));
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
    if (reward instanceof OutcomeReward && plan.verifier() instanceof VerdictSource.OfTask) {
      return reward.name();
    }
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("kind", reward instanceof ShapedReward ? SHAPED : reward.name());
    if (reward instanceof ShapedReward shaped) {
      RolloutReward of = shaped.reward();
      keys.put("of", of.name());
      keys.put("limit", shaped.penalty().limit());
      keys.put("margin", shaped.penalty().margin());
      keys.put("factor", shaped.penalty().factor());
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
}
