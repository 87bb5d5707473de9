package org.galton.train.policy;

import java.io.Serializable;
import org.galton.model.llama.decoding.HeadType;

/**
 * How a policy draws. Only the head changes what is drawn.
 *
 * @param slots most rollouts decoded side by side by one loop
 * @param loops decode loops side by side, each on a thread of its own
 * @param head that makes the logits
 */
public record Drawing(int slots, int loops, HeadType head) implements Serializable {

  /** With a head in float32. */
  public Drawing(int slots, int loops) {
    this(slots, loops, HeadType.FLOAT32);
  }
}
