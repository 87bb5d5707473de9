package org.galton.statistics.stage;

import org.galton.numerics.Expect;
import org.galton.statistics.Tally;

/**
 * What one prompt's rollouts came to in two stages. The stages are never added up: see {@link
 * StagedPassAtK}.
 *
 * @param pilot the first stage, whose size looked at nothing
 * @param later the second, whose size looked at the first; nothing where there was none
 * @param weightRight of a right rollout of the pilot, 0 to 1
 * @param weightWrong of a wrong one, 0 to 1
 */
public record StagedTally(Tally pilot, Tally later, double weightRight, double weightWrong) {
  private static final Tally NOTHING = new Tally(0, 0);

  public StagedTally {
    Expect.share(weightRight, "weight of right pilot rollouts");
    Expect.share(weightWrong, "weight of wrong pilot rollouts");
  }

  /** Of a pilot without a second stage. */
  public static StagedTally ofPilot(Tally pilot) {
    return new StagedTally(pilot, NOTHING, 1, 1);
  }

  /** Whether the figure of this prompt needs a second stage that is not there. */
  boolean isIncomplete() {
    return later.rollouts() == 0
        && ((pilot.correct() > 0 && weightRight < 1) || (pilot.wrong() > 0 && weightWrong < 1));
  }
}
