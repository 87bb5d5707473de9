package org.galton.job.sweep;

import java.util.List;
import java.util.Locale;
import org.galton.job.draw.KeyScan;
import org.galton.sweep.KeptDetail;
import org.galton.sweep.SweepPlan;
import org.galton.sweep.SweepSpec;

/** Says how many rollouts of a sweep are stored without the tokens that its spec keeps. */
final class TokenlessRollouts {
  private TokenlessRollouts() {}

  /** One sentence, or none. */
  static List<String> of(KeyScan stored, SweepSpec spec, SweepPlan plan) {
    long without = spec.keep().contains(KeptDetail.TOKENS) ? stored.withoutTokens(plan) : 0;
    return without == 0
        ? List.of()
        : List.of(
            String.format(
                Locale.ROOT,
                "%,d of the rollouts in %s were drawn without their tokens, and stored rollouts are"
                    + " not drawn again: name another output to draw the same rollouts with their"
                    + " tokens, or another seed to draw others",
                without,
                spec.output()));
  }
}
