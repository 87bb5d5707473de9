package org.galton.worldmodel.refine;

import java.util.Optional;

/** A question to a program whose answer is known. */
public interface Check<P> {
  /** Empty where the program passes. */
  Optional<Failure> failure(P program);
}
