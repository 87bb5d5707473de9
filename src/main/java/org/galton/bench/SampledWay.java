package org.galton.bench;

import java.util.Optional;
import org.galton.search.SearchSampler;

/**
 * A way to draw rollouts.
 *
 * @param sampler nothing for plain rollouts
 */
record SampledWay(String name, Optional<SearchSampler> sampler) {
  static SampledWay plain() {
    return new SampledWay("plain", Optional.empty());
  }

  static SampledWay of(String name, SearchSampler sampler) {
    return new SampledWay(name, Optional.of(sampler));
  }
}
