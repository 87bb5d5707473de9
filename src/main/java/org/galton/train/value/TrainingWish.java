package org.galton.train.value;

import java.util.Set;
import org.galton.spec.Section;
import org.galton.spec.SpecKey;
import org.galton.spec.SpecSource;
import org.galton.train.TrainSpec;
import org.galton.train.adapter.AdapterSpec;

/**
 * What {@code ./galton train} is asked for: a value head or an adapter where the spec has its key.
 */
public sealed interface TrainingWish {

  /** A model from scratch. */
  record OfModel(TrainSpec spec) implements TrainingWish {}

  /** A value head on a model that is there. */
  record OfValue(ValueSpec spec) implements TrainingWish {}

  /** An adapter beside a model that is there. */
  record OfAdapter(AdapterSpec spec) implements TrainingWish {}

  /**
   * Reads a spec.
   *
   * @throws org.galton.spec.InvalidInput listing every problem
   */
  static TrainingWish read(SpecSource source) {
    return source.read(TrainingWish::read);
  }

  /** The keys that a spec may have. */
  static Set<SpecKey> keys(SpecSource source) {
    return source.keys(TrainingWish::read);
  }

  private static TrainingWish read(Section section) {
    if (section.has(ValueSpec.KEY)) {
      ValueSpec spec = ValueSpec.read(section);
      return section.build(() -> new OfValue(spec));
    }
    if (section.has(AdapterSpec.KEY)) {
      AdapterSpec spec = AdapterSpec.read(section);
      return section.build(() -> new OfAdapter(spec));
    }
    TrainSpec spec = TrainSpec.read(section);
    return section.build(() -> new OfModel(spec));
  }
}
