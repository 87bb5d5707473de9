package org.galton.game.letters;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/**
 * English words whose letters sum to {@value #SUM}, of lower-case ASCII letters, sorted, each once.
 * Made from lists of SCOWL, as Debian packs them:
 *
 * <pre>{@code
 * LC_ALL=C grep -x '[a-z]*' FILE | perl -lne '$s = 0; $s += ord() - 96 for split //; print if $s == 100' | LC_ALL=C sort -u
 * }</pre>
 */
public final class WordList {
  /** What the letters of every word come to. */
  public static final int SUM = 100;

  private static final List<String> WORDS = read("words.txt");
  private static final List<String> COMMON = read("common.txt");

  private WordList() {}

  /** Of {@code american-english-large} (package wamerican-large 2020.12.07), and {@code buzzy}. */
  public static List<String> words() {
    return WORDS;
  }

  /**
   * Of {@code american-english-small} (package wamerican-small 2020.12.07) those of at most eight
   * letters but a vulgar one, and {@code buzzy}.
   */
  static List<String> common() {
    return COMMON;
  }

  public static boolean has(String word) {
    return Collections.binarySearch(WORDS, word) >= 0;
  }

  private static List<String> read(String resource) {
    try (InputStream in = WordList.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
