package org.galton.emergence.surrogate;

import org.galton.emergence.NullModel;
import org.galton.numerics.PortableStream;

/** {@link NullModel#ROW}: one permutation of the agents a round, rounds ascending. */
final class RoundShuffle implements Surrogates {
  private final double[][] series;
  private final int[] order;
  private final int places;

  RoundShuffle(PreparedGroup group) {
    this.series = group.series();
    this.order = new int[group.agents()];
    this.places = group.places();
  }

  @Override
  public void draw(PortableStream stream, double[][] agents) {
    for (int place = 0; place < places; place++) {
      stream.permute(order);
      for (int i = 0; i < order.length; i++) {
        agents[i][place] = series[order[i]][place];
      }
    }
  }
}
