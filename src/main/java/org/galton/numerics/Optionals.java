package org.galton.numerics;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Numbers that may be absent: empty optionals in the mathematics, null in rows and documents. */
public final class Optionals {

  private Optionals() {}

  public static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }

  public static OptionalDouble ofNullable(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
