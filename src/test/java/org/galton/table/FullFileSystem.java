package org.galton.table;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.util.Progressable;

/** A local disk without space: a file can be made, and the kernel refuses its first byte. */
public final class FullFileSystem extends RawLocalFileSystem {
  private static final Path FULL = new Path("/dev/full");

  @Override
  public URI getUri() {
    return URI.create("full:///");
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      boolean overwrite,
      int buffer,
      short replication,
      long block,
      Progressable progress)
      throws IOException {
    super.create(path, overwrite, buffer, replication, block, progress).close();
    return super.create(FULL, true, buffer, replication, block, progress);
  }
}
