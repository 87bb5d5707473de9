package org.galton.bench;

import java.util.Optional;
import org.galton.search.BlockSampler;

/**
 * A way to draw rollouts.
 *
 * @param sampler nothing for plain rollouts
 */
record SampledWay(String name, Optional<BlockSampler> sampler) {
  static SampledWay plain() {
    return new SampledWay("plain", Optional.empty());
  }

  static SampledWay of(String name, BlockSampler sampler) {
    return new SampledWay(name, Optional.of(sampler));
  }
}
