package org.galton.samplelog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.galton.spec.InvalidInput;

/** A log on this machine. */
public record LocalLog(String path) implements LogSource {
  @Override
  public InputStream open() throws IOException {
    try {
      return Files.newInputStream(Path.of(path));
    } catch (NoSuchFileException e) {
      throw new InvalidInput("Cannot import " + path + ": no such file", e);
    }
  }

  @Override
  public SeekableByteChannel channel() throws IOException {
    return Files.newByteChannel(Path.of(path));
  }

  @Override
  public LogSource other(String other) {
    return new LocalLog(other);
  }
}
