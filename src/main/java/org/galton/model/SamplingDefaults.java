package org.galton.model;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is said of a sampling where not everything has to be: by a checkpoint's makers, or by the
 * author of a spec.
 *
 * @param unsupported further settings that would shape the distribution and that Galton does not
 *     have, each as {@code key=value}
 */
public record SamplingDefaults(
    OptionalDouble temperature,
    OptionalInt topK,
    OptionalDouble topP,
    OptionalDouble minP,
    List<String> unsupported) {
  /** Says nothing. */
  public static final SamplingDefaults NONE =
      new SamplingDefaults(
          OptionalDouble.empty(),
          OptionalInt.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          List.of());

  public SamplingDefaults {
    unsupported = List.copyOf(unsupported);
  }
}
