package org.galton.view.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A text of the application jar. */
public final class Resource {
  private Resource() {}

  public static String text(String path) {
    try (InputStream in = Resource.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(
            "Cannot find %s on the class path: expected it in the application jar; build it again"
                .formatted(path));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path + " from the class path", e);
    }
  }
}
