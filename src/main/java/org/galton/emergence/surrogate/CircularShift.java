package org.galton.emergence.surrogate;

import org.galton.emergence.NullModel;
import org.galton.numerics.PortableStream;

/** {@link NullModel#SHIFT}: one offset from 0 to T - 1 an agent, agents ascending. */
final class CircularShift implements Surrogates {
  private final double[][] series;
  private final int agents;
  private final int places;

  CircularShift(PreparedGroup group) {
    this.series = group.series();
    this.agents = group.agents();
    this.places = group.places();
  }

  @Override
  public void draw(PortableStream stream, double[][] surrogates) {
    for (int i = 0; i < agents; i++) {
      int offset = stream.below(places);
      System.arraycopy(series[i], 0, surrogates[i], offset, places - offset);
      System.arraycopy(series[i], places - offset, surrogates[i], 0, offset);
    }
  }
}
