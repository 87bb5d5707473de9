package org.galton.study.junk.view;

/** Doses as a reader writes them: 20, not 20.0. */
final class Doses {
  private Doses() {}

  static String plain(double dose) {
    return dose == Math.rint(dose) && Math.abs(dose) < 1e15
        ? Long.toString((long) dose)
        : Double.toString(dose);
  }
}
