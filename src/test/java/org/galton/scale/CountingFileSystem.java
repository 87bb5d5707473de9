package org.galton.scale;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** This machine's disk under {@code counted:/…}, with a count of the bytes that were read. */
public final class CountingFileSystem extends RawLocalFileSystem {
  private static final AtomicLong READ = new AtomicLong();

  /** Bytes that any stream of this process has handed out. */
  static long read() {
    return READ.get();
  }

  @Override
  public URI getUri() {
    return URI.create("counted:///");
  }

  @Override
  public String getScheme() {
    return "counted";
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    return new FSDataInputStream(new Counted(super.open(path, bufferSize)));
  }

  /** Without reads of several ranges at once: they come here one by one. */
  private static final class Counted extends FSInputStream {
    private final FSDataInputStream stream;

    Counted(FSDataInputStream stream) {
      this.stream = stream;
    }

    @Override
    public int read() throws IOException {
      int value = stream.read();
      READ.addAndGet(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = stream.read(bytes, offset, length);
      READ.addAndGet(Math.max(0, count));
      return count;
    }

    @Override
    public void seek(long place) throws IOException {
      stream.seek(place);
    }

    @Override
    public long getPos() throws IOException {
      return stream.getPos();
    }

    @Override
    public boolean seekToNewSource(long place) {
      return false;
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }
}
