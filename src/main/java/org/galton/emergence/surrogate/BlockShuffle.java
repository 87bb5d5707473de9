package org.galton.emergence.surrogate;

import org.galton.emergence.NullModel;
import org.galton.numerics.PortableStream;

/**
 * {@link NullModel#BLOCK}: one permutation of the blocks an agent, agents ascending; the last block
 * may be short. Blocks of one round make {@link NullModel#TIME}.
 */
final class BlockShuffle implements Surrogates {
  private final double[][] series;
  private final int agents;
  private final int places;
  private final int length;
  private final int[] order;

  BlockShuffle(PreparedGroup group, int length) {
    this.series = group.series();
    this.agents = group.agents();
    this.places = group.places();
    this.length = Math.min(length, places);
    this.order = new int[(places + this.length - 1) / this.length];
  }

  @Override
  public void draw(PortableStream stream, double[][] surrogates) {
    for (int i = 0; i < agents; i++) {
      stream.permute(order);
      int filled = 0;
      for (int block : order) {
        int from = block * length;
        int size = Math.min(length, places - from);
        System.arraycopy(series[i], from, surrogates[i], filled, size);
        filled += size;
      }
    }
  }
}
