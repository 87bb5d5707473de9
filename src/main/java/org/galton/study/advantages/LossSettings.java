package org.galton.study.advantages;

import java.io.Serializable;
import java.util.List;
import org.galton.reward.advantage.Advantage;
import org.galton.reward.loss.Aggregate;
import org.galton.reward.loss.KlPenalty;
import org.galton.reward.loss.TokenLoss;

/**
 * How rewards become coefficients.
 *
 * @param advantage of rollouts
 * @param loss of tokens
 * @param aggregate that weighs them
 * @param filters in the order in which they say why something is left out
 * @param kl penalty of leaving a reference; of weight 0 where there is none
 */
record LossSettings(
    Advantage advantage,
    TokenLoss loss,
    Aggregate aggregate,
    List<FilterName> filters,
    KlPenalty kl)
    implements Serializable {

  LossSettings {
    filters = List.copyOf(filters);
  }
}
