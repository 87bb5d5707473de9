package org.galton.task.judge.math.parse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of a table beside the classes, without comments. */
final class ResourceLines {
  private ResourceLines() {}

  static List<String> of(String name) {
    try (InputStream stream = ResourceLines.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the table " + name, e);
    }
  }
}
