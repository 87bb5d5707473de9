package org.galton.task;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.apache.commons.io.IOUtils;

/** Opens files by their paths, on whatever file system the caller reads. */
@FunctionalInterface
public interface TextFiles {
  /** A file of text. */
  Reader open(String path) throws IOException;

  /** The bytes of a file: those of its text where the caller opens nothing but texts. */
  default InputStream bytes(String path) throws IOException {
    try (Reader text = open(path)) {
      return new ByteArrayInputStream(IOUtils.toByteArray(text, StandardCharsets.UTF_8));
    }
  }
}
