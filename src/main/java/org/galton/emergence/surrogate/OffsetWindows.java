package org.galton.emergence.surrogate;

import java.util.Arrays;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.NullModel;
import org.galton.numerics.PortableStream;

/**
 * {@link NullModel#OFFSET}: one offset from 0 to the room an agent, agents ascending; the group
 * itself has half the room.
 *
 * @param whole the group with all its rounds
 * @param room rounds by which windows may differ
 */
public record OffsetWindows(PreparedGroup whole, int room) implements Surrogates {
  /** Of the rounds: less leaves too few windows to tell apart, more too few transitions. */
  private static final int SHARE = 4;

  /** As much room as leaves transitions enough; below 1 where there is none. */
  public static int room(int rounds, int transitions, int leastTransitions) {
    return Math.min(rounds / SHARE, transitions - leastTransitions);
  }

  /** The group in the middle. */
  public PreparedGroup window(EmergenceSettings settings) {
    int from = room / 2;
    int to = from + places();
    int[] rounds = Arrays.copyOfRange(whole.group().rounds(), from, to);
    double[][] series =
        Arrays.stream(whole.series())
            .map(one -> Arrays.copyOfRange(one, from, to))
            .toArray(double[][]::new);
    return new PreparedGroup(
        whole.group(),
        Transitions.of(rounds, settings.lag()),
        whole.preprocessing(),
        series,
        whole.sums());
  }

  private int places() {
    return whole.places() - room;
  }

  @Override
  public void draw(PortableStream stream, double[][] surrogates) {
    for (int i = 0; i < whole.agents(); i++) {
      System.arraycopy(whole.series()[i], stream.below(room + 1), surrogates[i], 0, places());
    }
  }
}
