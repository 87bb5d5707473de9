package org.galton.worldmodel.refine;

import java.util.List;
import java.util.function.Function;

/**
 * Tests, and how a text becomes the program that they ask.
 *
 * @param reader throws a {@link org.galton.worldmodel.WorldFault} where a text is no such program
 */
public record Suite<P>(Function<String, P> reader, List<Check<P>> checks) {
  public Suite {
    checks = List.copyOf(checks);
  }
}
