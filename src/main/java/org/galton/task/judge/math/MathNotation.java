package org.galton.task.judge.math;

import java.io.Serializable;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of the reading depends on options and on the reference.
 *
 * @param letters names that are letters and no constants, such as {@code e} and {@code i}
 */
public record MathNotation(Set<String> letters, MathCommas commas) implements Serializable {
  public MathNotation {
    letters = Set.copyOf(letters);
  }

  /** For references: {@code e} and {@code i} are constants, {@code 3,8} is a list. */
  public static MathNotation ofReferences() {
    return new MathNotation(Set.of(), MathCommas.OF_REFERENCE);
  }

  public MathNotation withLetters(Set<String> names) {
    return new MathNotation(names, commas);
  }

  /**
   * For answers that are compared with a reference: what it uses as a name is one, and {@code 2,74}
   * is a list where it is a list.
   */
  public MathNotation forAnswersTo(MathAnswer reference) {
    Set<String> names = new TreeSet<>(letters);
    names.addAll(reference.letters());
    return new MathNotation(names, reference.isList() ? MathCommas.LIST : MathCommas.DECIMAL);
  }
}
