package org.galton.emergence.mediation;

import java.util.List;
import java.util.Optional;
import org.galton.statistics.regression.LogisticFit;
import org.galton.statistics.regression.LogisticStatus;

/** What came of asking through what a condition works. */
public sealed interface MediationFit {

  LogisticStatus status();

  int groups();

  /**
   * Effects that may be read.
   *
   * @param effects one for each {@link MediationEffect}, in their order
   * @param mediatorChange difference of the mediator's means, treated less not treated
   * @param outcome the regression of success on {@link MediationModel#TREATMENT} and {@link
   *     MediationModel#MEDIATOR}
   * @param resamples resamples that could be fitted
   * @param withoutIntervals why there are no intervals; empty where there are
   */
  record Accepted(
      List<EffectEstimate> effects,
      double mediatorChange,
      LogisticFit.Accepted outcome,
      int groups,
      int resamples,
      Optional<String> withoutIntervals)
      implements MediationFit {
    public Accepted {
      effects = List.copyOf(effects);
    }

    @Override
    public LogisticStatus status() {
      return LogisticStatus.OK;
    }

    public EffectEstimate effect(MediationEffect effect) {
      return effects.get(effect.ordinal());
    }
  }

  /**
   * No effects.
   *
   * @param reason with the numbers, to follow the status
   */
  record Refused(LogisticStatus status, String reason, int groups) implements MediationFit {}
}
