package org.galton.scaling;

import java.util.Locale;
import org.galton.numerics.Expect;

/**
 * Where R0, the reward before the training, comes from. It moves the asymptote more than anything
 * else does: never compare A, B or C_mid between fits of different kinds.
 */
public sealed interface StartingReward {

  /** {@link Free} with at least {@value #FREE_FROM} points, else {@link FirstPoint}. */
  record Automatic() implements StartingReward {
    static final int FREE_FROM = 12;

    @Override
    public String title() {
      return "auto";
    }
  }

  /** A number that is known. */
  record Fixed(double reward) implements StartingReward {
    public Fixed {
      Expect.share(reward, "R0");
    }

    @Override
    public String title() {
      return String.format(Locale.ROOT, "fixed(%s)", reward);
    }
  }

  /** The row with compute 0. */
  record ZeroRow() implements StartingReward {
    @Override
    public String title() {
      return "zero_row";
    }
  }

  /** The first point of the window, which is fitted all the same. */
  record FirstPoint() implements StartingReward {
    @Override
    public String title() {
      return "first_point";
    }
  }

  /** Fitted with the rest. */
  record Free() implements StartingReward {
    @Override
    public String title() {
      return "free";
    }
  }

  /** As it is written in tables and on the command line. */
  String title();
}
