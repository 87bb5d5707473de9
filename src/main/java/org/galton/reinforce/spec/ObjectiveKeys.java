package org.galton.reinforce.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.galton.reinforce.signal.RewardKeys;
import org.galton.reinforce.signal.RewardPlan;
import org.galton.reward.advantage.Advantage;
import org.galton.reward.advantage.BatchAdvantage;
import org.galton.reward.advantage.TurnAdvantage;
import org.galton.reward.loss.Aggregate;
import org.galton.reward.loss.CispoLoss;
import org.galton.reward.loss.ClipRange;
import org.galton.reward.loss.ClippedLoss;
import org.galton.reward.loss.ReinforceLoss;
import org.galton.reward.loss.SequenceLoss;
import org.galton.reward.loss.TokenLoss;
import org.galton.spec.Section;
import org.galton.spec.ValueType;

/** {@link ObjectivePlan} as specs write it. */
final class ObjectiveKeys {
  private static final List<Advantage> ADVANTAGES =
      Stream.concat(Advantage.all().stream(), TurnAdvantage.forms().stream()).toList();

  private ObjectiveKeys() {}

  static ObjectivePlan read(Section section) {
    RewardPlan reward = RewardKeys.read(section);
    Advantage advantage =
        section.value("advantage", choice(ADVANTAGES, Advantage::name), new BatchAdvantage());
    TokenLoss loss =
        tuned(
            section,
            section.value(
                "loss", choice(TokenLoss.all(), TokenLoss::name), CispoLoss.withDefaults()));
    Aggregate aggregate =
        section.value(
            "aggregate",
            choice(Arrays.asList(Aggregate.values()), Aggregate::title),
            Aggregate.PROMPT);
    FilterPlan filters = FilterKeys.read(section, advantage instanceof TurnAdvantage);
    return new ObjectivePlan(reward, advantage, loss, aggregate, filters);
  }

  /** With the keys of its own that a loss has. */
  private static TokenLoss tuned(Section section, TokenLoss loss) {
    if (loss instanceof CispoLoss cispo) {
      return new CispoLoss(section.value("eps_max", ValueType.number(1, 1e6), cispo.largest()));
    }
    if (loss instanceof ClippedLoss clipped) {
      return clipped.with(range(section, clipped.range()));
    }
    if (loss instanceof SequenceLoss sequence) {
      return new SequenceLoss(range(section, sequence.range()));
    }
    return loss;
  }

  private static ClipRange range(Section section, ClipRange usual) {
    double low = section.value("clip_low", ValueType.number(1e-9, 0.999_999), usual.low());
    double high = section.value("clip_high", ValueType.number(1e-9, 1e6), usual.high());
    return new ClipRange(low, high);
  }

  private static <T> ValueType<T> choice(List<T> all, Function<T, String> name) {
    List<String> words = all.stream().map(name).toList();
    ValueType<String> word = ValueType.word(words);
    return new ValueType<>(
        word.expected(),
        all.get(0),
        words,
        text -> word.parse().apply(text).map(found -> all.get(words.indexOf(found))));
  }

  static void write(ObjectivePlan plan, Map<String, Object> keys) {
    keys.put("reward", RewardKeys.written(plan.reward()));
    keys.put("advantage", plan.advantage().name());
    keys.put("loss", plan.loss().name());
    TokenLoss loss = plan.loss();
    if (loss instanceof CispoLoss cispo) {
      keys.put("eps_max", cispo.largest());
    } else if (loss instanceof ClippedLoss clipped) {
      write(clipped.range(), keys);
    } else if (loss instanceof SequenceLoss sequence) {
      write(sequence.range(), keys);
    } else if (!(loss instanceof ReinforceLoss)) {
      throw new IllegalArgumentException("Invalid loss " + loss + ": expected one of the known");
    }
    keys.put("aggregate", plan.aggregate().title());
    keys.put("filters", FilterKeys.written(plan.filters()));
  }

  private static void write(ClipRange range, Map<String, Object> keys) {
    keys.put("clip_low", range.low());
    keys.put("clip_high", range.high());
  }
}
