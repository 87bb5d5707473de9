package org.galton.samplelog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.galton.spec.InvalidInput;

/**
 * An archive's bytes, of which only so many may be read until its directory is known: a zip reader
 * holds the directory in memory, and the counts that the archive gives of it may be lies. Where the
 * file system fails, the exception is unchecked: any other one comes of what the bytes say.
 */
final class ArchiveChannel implements SeekableByteChannel {
  /** Above a hundred thousand entries with the names that Inspect gives them. */
  static final int MOST_BYTES = 32 << 20;

  private final SeekableByteChannel archive;
  private final String path;
  private long left = MOST_BYTES;

  ArchiveChannel(SeekableByteChannel archive, String path) {
    this.archive = archive;
    this.path = path;
  }

  /** The directory is known: from here on anything may be read. */
  void release() {
    left = Long.MAX_VALUE;
  }

  @Override
  public int read(ByteBuffer target) {
    int count = failing(() -> archive.read(target));
    left -= Math.max(count, 0);
    if (left < 0) {
      throw new InvalidInput(
          "Cannot import %s: the list of its entries is longer than %d MiB, expected some 100,000 entries at most; write its samples as several logs"
              .formatted(path, MOST_BYTES >> 20));
    }
    return count;
  }

  @Override
  public long position() {
    return failing(archive::position);
  }

  @Override
  public SeekableByteChannel position(long position) {
    failing(() -> archive.position(position));
    return this;
  }

  @Override
  public long size() {
    return failing(archive::size);
  }

  @Override
  public boolean isOpen() {
    return archive.isOpen();
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long length) {
    throw new NonWritableChannelException();
  }

  private <T> T failing(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  private interface Reading<T> {
    T read() throws IOException;
  }
}
