package org.galton.benchmark.rows;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.galton.spec.InvalidInput;

/** A Parquet file, which is read from its end: small enough to be held. */
final class InMemoryFile implements InputFile {
  private static final int MOST_BYTES = 512 << 20;

  private final byte[] bytes;

  private InMemoryFile(byte[] bytes) {
    this.bytes = bytes;
  }

  static InMemoryFile of(InputStream stream, String path) throws IOException {
    byte[] bytes = stream.readNBytes(MOST_BYTES);
    if (stream.read() >= 0) {
      throw new InvalidInput(
          "Cannot read %s: it is larger than %d MiB; expected a smaller file, or JSON Lines"
              .formatted(path, MOST_BYTES >> 20));
    }
    return new InMemoryFile(bytes);
  }

  @Override
  public long getLength() {
    return bytes.length;
  }

  @Override
  public SeekableInputStream newStream() {
    return new Stream(new Positioned(bytes));
  }

  /** A stream that knows where it is. */
  private static final class Positioned extends ByteArrayInputStream {
    Positioned(byte[] bytes) {
      super(bytes);
    }

    synchronized int at() {
      return pos;
    }

    synchronized void go(long position) throws IOException {
      if (position < 0 || position > count) {
        throw new EOFException("it ends at byte " + count + ", expected byte " + position);
      }
      pos = (int) position;
    }
  }

  private static final class Stream extends DelegatingSeekableInputStream {
    private final Positioned bytes;

    Stream(Positioned bytes) {
      super(bytes);
      this.bytes = bytes;
    }

    @Override
    public long getPos() {
      return bytes.at();
    }

    @Override
    public void seek(long position) throws IOException {
      bytes.go(position);
    }
  }
}
