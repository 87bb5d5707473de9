package org.galton.model;

import java.util.Locale;
import java.util.Optional;

/** The type that a user wants a model to compute in: one of them, or the one that suits. */
public enum ComputeWish {
  FLOAT32,
  BFLOAT16,
  FLOAT16,
  INT8,
  /** Decided once, before anything is drawn; what is drawn is of the type decided on. */
  AUTO;

  /** The type that is wanted by name. */
  public static ComputeWish of(ComputeType type) {
    return valueOf(type.name());
  }

  /** Nothing where the type has yet to be decided. */
  public Optional<ComputeType> named() {
    return this == AUTO ? Optional.empty() : Optional.of(ComputeType.valueOf(name()));
  }

  /** As specs and options write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
