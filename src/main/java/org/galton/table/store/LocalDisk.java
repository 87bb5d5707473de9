package org.galton.table.store;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * A local disk whose permissions this process sets itself. Where Hadoop's native library is absent,
 * Hadoop starts {@code chmod} for every file and folder that it makes.
 */
final class LocalDisk extends RawLocalFileSystem {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  /** Hadoop's own, as it is configured, where it can be replaced; otherwise the one given. */
  static FileSystem instead(FileSystem files, Configuration configuration) throws IOException {
    if (!POSIX || files.getClass() != RawLocalFileSystem.class) {
      return files;
    }
    LocalDisk disk = new LocalDisk();
    disk.initialize(files.getUri(), configuration);
    return disk;
  }

  @Override
  public void setPermission(Path path, FsPermission permission) throws IOException {
    if (permission.getStickyBit()) {
      super.setPermission(path, permission);
      return;
    }
    Files.setPosixFilePermissions(
        pathToFile(path).toPath(), PosixFilePermissions.fromString(permission.toString()));
  }
}
