package org.galton.table.store;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;
import org.apache.parquet.io.DelegatingPositionOutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * A new file whose bytes are on the disk once it is closed, where the file system can promise it: a
 * rename that survives a power cut must not name a file that does not.
 */
final class DurableOutput implements OutputFile {
  private final FileSystem files;
  private final Path path;
  private long length;

  DurableOutput(FileSystem files, Path path) {
    this.files = files;
    this.path = path;
  }

  /** Bytes sent, once it is closed. */
  long length() {
    return length;
  }

  @Override
  public PositionOutputStream create(long blockSizeHint) throws IOException {
    FSDataOutputStream stream = files.create(path, false);
    return new DelegatingPositionOutputStream(stream) {
      @Override
      public long getPos() {
        return stream.getPos();
      }

      @Override
      public void close() throws IOException {
        length = stream.getPos();
        if (stream.hasCapability(StreamCapabilities.HSYNC)) {
          stream.hsync();
        }
        stream.close();
      }
    };
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
    return create(blockSizeHint);
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }

  @Override
  public String getPath() {
    return path.toString();
  }
}
