package org.galton.job.input;

import org.galton.spec.InvalidInput;

/** What tables call an experiment or a condition that an input does not name. */
public final class Unnamed {
  /** A name as any other where the input uses it: then it may not leave other rows unnamed. */
  public static final String SHOWN = "all";

  private Unnamed() {}

  public static String shown(String part) {
    return part.isEmpty() ? SHOWN : part;
  }

  /** What to throw for an input whose rows would be taken for each other's. */
  public static InvalidInput beside(String input, String column) {
    return new InvalidInput(
        "Cannot read %s: rows without %s stand beside rows whose %s is '%s', as tables call what is not named; expected one or the other; give those rows a name, or rename '%s'"
            .formatted(input, column, column, SHOWN, SHOWN));
  }
}
