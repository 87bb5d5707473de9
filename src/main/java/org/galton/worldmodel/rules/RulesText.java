package org.galton.worldmodel.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts beside the games: their rules in words, and programs. */
final class RulesText {
  private RulesText() {}

  /** The rules of a game in words. */
  static String of(String game) {
    return file(game + ".txt").strip();
  }

  static String file(String name) {
    try (InputStream in = RulesText.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s of the program".formatted(name), e);
    }
  }
}
