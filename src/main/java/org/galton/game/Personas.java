package org.galton.game;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The characters that players may be given, each a short paragraph. */
final class Personas {
  static final int COUNT = 20;

  private static final List<String> TEXTS = read();

  private Personas() {}

  /** The paragraph of a persona, by its number from 0. */
  static String text(int persona) {
    return TEXTS.get(persona);
  }

  private static List<String> read() {
    try (InputStream in = Personas.class.getResourceAsStream("personas.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
