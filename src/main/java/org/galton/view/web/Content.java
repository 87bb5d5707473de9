package org.galton.view.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a reply brings; closed once it is sent, or refused. */
public interface Content extends AutoCloseable {
  /** In bytes. */
  long length() throws IOException;

  void writeTo(OutputStream out) throws IOException;

  @Override
  void close() throws IOException;

  static Content of(byte[] bytes) {
    return new Content() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
      }

      @Override
      public void close() {}
    };
  }

  /** A file that is deleted once it is sent. */
  static Content ofOnce(Path file) {
    return new Content() {
      @Override
      public long length() throws IOException {
        return Files.size(file);
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        Files.copy(file, out);
      }

      @Override
      public void close() throws IOException {
        Files.deleteIfExists(file);
      }
    };
  }
}
