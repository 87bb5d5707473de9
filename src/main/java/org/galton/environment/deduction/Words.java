package org.galton.environment.deduction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/**
 * English words of one length, of lower-case ASCII letters, sorted, each once: those of SCOWL's
 * {@code american-english-small} as Debian packs it (wamerican-small 2020.12.07), but vulgar ones.
 */
final class Words {
  private Words() {}

  /**
   * @param length 3, 5 or 7
   */
  static List<String> of(int length) {
    return switch (length) {
      case 3 -> Three.WORDS;
      case 5 -> Five.WORDS;
      case 7 -> Seven.WORDS;
      default ->
          throw new IllegalArgumentException(
              "Invalid length %d: expected 3, 5 or 7 letters".formatted(length));
    };
  }

  static boolean has(String word) {
    return Collections.binarySearch(of(word.length()), word) >= 0;
  }

  /** Read when first used. */
  private static final class Three {
    static final List<String> WORDS = read("three.txt");
  }

  private static final class Five {
    static final List<String> WORDS = read("five.txt");
  }

  private static final class Seven {
    static final List<String> WORDS = read("seven.txt");
  }

  private static List<String> read(String resource) {
    try (InputStream in = Words.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
