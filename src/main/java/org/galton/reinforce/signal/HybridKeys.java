package org.galton.reinforce.signal;

import java.util.Map;
import java.util.OptionalDouble;
import org.galton.reward.signal.HybridReward;
import org.galton.reward.signal.ScoreBands;
import org.galton.reward.signal.SpreadWeight;
import org.galton.spec.Section;
import org.galton.spec.ValueType;

/** The keys of a {@link HybridReward}. */
final class HybridKeys {
  private static final ValueType<Double> NUMBER = ValueType.number();

  /** The weights of prompts that the paper names. */
  private enum Preset {
    APPENDIX,
    MAIN_TEXT;

    private SpreadWeight weight() {
      return this == APPENDIX ? SpreadWeight.ofAppendix() : SpreadWeight.ofMainText();
    }
  }

  private HybridKeys() {}

  /** Null where something is wrong. */
  static HybridReward read(Section section) {
    HybridReward usual = HybridReward.withDefaults();
    double alpha = section.value("alpha", NUMBER, usual.bands().alpha());
    double beta = section.value("beta", NUMBER, usual.bands().beta());
    ScoreBands.Alone alone =
        section.value("alone", ValueType.constant(ScoreBands.Alone.class), usual.bands().alone());
    SpreadWeight preset =
        section.value("weights", ValueType.constant(Preset.class), Preset.APPENDIX).weight();
    double low = section.value("weight_low", NUMBER, preset.low());
    double high = section.value("weight_high", NUMBER, preset.high());
    double steepness = section.value("steepness", NUMBER, preset.steepness());
    double memory = section.value("memory", NUMBER, usual.memory());
    return section.build(
        () ->
            new HybridReward(
                new ScoreBands(alpha, beta, alone),
                new SpreadWeight(low, high, steepness),
                memory,
                OptionalDouble.empty()));
  }

  static void write(HybridReward reward, Map<String, Object> keys) {
    keys.put("alpha", reward.bands().alpha());
    keys.put("beta", reward.bands().beta());
    keys.put("alone", ValueType.written(reward.bands().alone()));
    keys.put("weight_low", reward.weight().low());
    keys.put("weight_high", reward.weight().high());
    keys.put("steepness", reward.weight().steepness());
    keys.put("memory", reward.memory());
  }
}
