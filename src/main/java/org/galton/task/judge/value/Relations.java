package org.galton.task.judge.value;

import com.google.re2j.Pattern;

/** Whether a reference is an equation, an inequality or the like. */
final class Relations {
  private static final Pattern SIGN =
      Pattern.compile(
          "[=<>≤≥≠∈]|\\\\(?:le|leq|leqslant|lt|ge|geq|geqslant|gt|ne|neq|in)(?:[^A-Za-z]|$)");

  private Relations() {}

  static boolean isIn(String reference) {
    return SIGN.matcher(reference).find();
  }
}
