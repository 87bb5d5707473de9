package org.galton.benchmark.rows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.zip.InflaterInputStream;

/**
 * JSON as LiveCodeBench writes its private tests: as it is, or as base64 of zlib of a Python pickle
 * of one text that holds it. Nothing of the pickle is run.
 */
public final class PackedJson {
  private static final int MOST_BYTES = 64 << 20;

  private PackedJson() {}

  /**
   * @throws IllegalArgumentException with what is wrong
   */
  public static Object value(String text) {
    String start = text.stripLeading();
    if (start.startsWith("[") || start.startsWith("{")) {
      return JsonRows.value(text);
    }
    return JsonRows.value(PickledText.read(inflated(text)));
  }

  private static byte[] inflated(String text) {
    byte[] packed;
    try {
      packed = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("it is neither JSON nor base64", e);
    }
    try (InputStream plain = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      byte[] bytes = plain.readNBytes(MOST_BYTES);
      if (plain.read() >= 0) {
        throw new IllegalArgumentException(
            "it unpacks to more than %d MiB, expected at most so many".formatted(MOST_BYTES >> 20));
      }
      return bytes;
    } catch (IOException e) {
      throw new IllegalArgumentException("it is base64, but not of zlib", e);
    }
  }
}
