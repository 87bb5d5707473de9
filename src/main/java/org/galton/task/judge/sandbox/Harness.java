package org.galton.task.judge.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Python scripts of ours that run in the sandbox. */
final class Harness {
  /** Loads a program and its tests, and tells how they ended. */
  static final String SOURCE = resource("harness.py");

  /** Tries what a sandbox is to refuse, and prints what was not. */
  static final String CANARY = resource("canary.py");

  private Harness() {}

  private static String resource(String name) {
    try (InputStream source = Harness.class.getResourceAsStream(name)) {
      return new String(source.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name + " of Galton's jar", e);
    }
  }
}
