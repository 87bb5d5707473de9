package org.galton.table.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** A file system whose rename is atomic, such as a local disk, HDFS, or ABFS with directories. */
record RenamingStore(FileSystem files) implements Store {
  /** What hidden names begin with: neither Spark nor a {@code *.parquet} glob sees them. */
  static final String HIDDEN = ".";

  @Override
  public TableFile.Publication publish(Path path, Writing writing, Runnable fence)
      throws IOException {
    Path hidden = new Path(path.getParent(), HIDDEN + path.getName() + "." + UUID.randomUUID());
    try {
      DurableOutput output = new DurableOutput(files, hidden);
      writing.to(output);
      Optional<IOException> shortfall = shortfall(hidden, output.length());
      if (shortfall.isPresent()) {
        throw shortfall.get();
      }
      fence.run();
      return reveal(hidden, path);
    } finally {
      discard(hidden);
    }
  }

  private TableFile.Publication reveal(Path hidden, Path path) throws IOException {
    try {
      if (!files.exists(path) && files.rename(hidden, path)) {
        return TableFile.Publication.PUBLISHED;
      }
    } catch (IOException e) {
      // It may have renamed the file and lost the answer.
      if (!files.exists(path)) {
        throw e;
      }
    }
    if (files.exists(path)) {
      return TableFile.Publication.ALREADY_THERE;
    }
    throw new IOException("the file system refused to rename " + hidden.getName());
  }

  private void discard(Path hidden) {
    try {
      files.delete(hidden, false);
    } catch (IOException e) {
      // It stays hidden, and the next run sweeps it up; the failure that led here matters more.
    }
  }

  @Override
  public void create(Path path, byte[] content) throws IOException {
    if (files instanceof RawLocalFileSystem local) {
      // Hadoop looks first and creates then: two processes would both succeed.
      files.mkdirs(path.getParent());
      Files.write(local.pathToFile(path).toPath(), content, StandardOpenOption.CREATE_NEW);
      return;
    }
    try (FSDataOutputStream stream = files.create(path, false)) {
      stream.write(content);
    }
  }

  @Override
  public void renew(Path path, byte[] content) throws IOException {
    files.setTimes(path, System.currentTimeMillis(), -1);
  }
}
