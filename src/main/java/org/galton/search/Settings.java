package org.galton.search;

/** Words of settings that samplers share. */
final class Settings {
  private Settings() {}

  static String shortest(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
