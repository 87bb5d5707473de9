package org.galton.model;

import java.util.List;

/** Reads what a model makes of a sequence of tokens. One instance serves one thread. */
public interface HiddenStates extends AutoCloseable {
  /** Numbers of a state. */
  int width();

  /**
   * The normed residual stream after the last block, at the last token of each sequence. A state
   * depends on its own sequence; on what is asked beside it its last digits may.
   *
   * @param sequences token ids of prompt and completion so far, one token or more each
   */
  List<float[]> after(List<int[]> sequences);

  @Override
  void close();
}
