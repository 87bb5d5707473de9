package org.galton.study.advantages;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.galton.reward.signal.HybridReward;
import org.galton.reward.signal.OutcomeReward;
import org.galton.reward.signal.OverlongPenalty;
import org.galton.reward.signal.Reward;
import org.galton.reward.signal.RolloutReward;
import org.galton.reward.signal.ScoreBands;
import org.galton.reward.signal.ShapedReward;
import org.galton.reward.signal.SpreadWeight;
import org.galton.reward.signal.ToolReward;
import org.galton.spec.InvalidInput;

/**
 * Where rewards come from.
 *
 * @param name of the reward; null where the columns decide
 * @param bands half widths of the bands of hybrid rewards, around wrong and right answers
 * @param spread how hybrid rewards weigh prompts
 * @param overlong limit and margin of a penalty of length; null where there is none
 * @param range of rewards that are given; null for any
 */
record RewardSettings(
    RewardName name, double[] bands, SpreadPreset spread, int[] overlong, double[] range)
    implements Serializable {

  /** The weights of prompts under hybrid rewards. */
  enum SpreadPreset {
    APPENDIX,
    MAIN_TEXT;

    private SpreadWeight weight() {
      return this == APPENDIX ? SpreadWeight.ofAppendix() : SpreadWeight.ofMainText();
    }

    /** As on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  RewardSettings {
    if (overlong != null && (name == RewardName.GIVEN || name == RewardName.HYBRID)) {
      throw new InvalidInput(
          "Cannot use --overlong with --reward %s: expected a reward of verdicts or tools; shape the column 'reward' where it is made"
              .formatted(name));
    }
  }

  RewardSettings with(RewardName option) {
    return new RewardSettings(option, bands, spread, overlong, range);
  }

  /** Columns without which there are no rewards. */
  List<String> columns() {
    List<String> columns = new ArrayList<>(name.columns());
    if (overlong != null) {
      columns.add("tokens");
    }
    return columns;
  }

  /** Of everything but given rewards; hybrid ones before their first batch. */
  Reward reward() {
    return switch (name) {
      case GIVEN -> throw new IllegalStateException("given rewards are read");
      case VERDICT -> shaped(OutcomeReward.verdict());
      case VERDICT_SIGNED -> shaped(OutcomeReward.signedVerdict());
      case TERNARY -> shaped(OutcomeReward.ternary());
      case TOOLS -> shaped(ToolReward.withDefaults());
      case HYBRID -> hybrid();
    };
  }

  HybridReward hybrid() {
    return HybridReward.withDefaults()
        .with(new ScoreBands(bands[0], bands[1], ScoreBands.Alone.BOTTOM))
        .with(spread.weight());
  }

  private Reward shaped(RolloutReward reward) {
    return overlong == null
        ? reward
        : new ShapedReward(reward, OverlongPenalty.of(overlong[0], overlong[1]));
  }
}
