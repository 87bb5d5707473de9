package org.galton.table.store;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.io.OutputFile;
import org.galton.spec.InvalidInput;

/**
 * How a file becomes visible whole, and how a lease is kept, on the file system of an output. There
 * are two kinds. Where a rename is atomic a file is written under a hidden name and renamed. An
 * object store has no such rename, but shows an object only when its upload is complete: there the
 * file is written locally and uploaded in one go.
 */
sealed interface Store permits RenamingStore, UploadingStore {
  /** Configuration key: {@code rename} or {@code put}, instead of what the scheme suggests. */
  String PUBLISH = "galton.storage.publish";

  /** Schemes of stores whose rename is a copy. All others rename. */
  Set<String> OBJECT_STORES = Set.of("s3a", "s3", "gs", "oss", "cosn");

  /** Writes a new file and closes it. */
  interface Writing {
    void to(OutputFile output) throws IOException;
  }

  /**
   * @throws InvalidInput when the configuration names a way that does not exist
   */
  static Store of(Path path, Configuration configuration) {
    FileSystem files = Storage.of(path, configuration);
    String scheme = files.getUri().getScheme();
    String suggested = OBJECT_STORES.contains(scheme) ? "put" : "rename";
    String way = configuration.getTrimmed(PUBLISH, suggested);
    return switch (way) {
      case "rename" -> new RenamingStore(files);
      case "put" -> new UploadingStore(files);
      default ->
          throw new InvalidInput(
              "Cannot use %s=%s: expected rename or put; correct it, or leave it out to take %s for %s:"
                  .formatted(PUBLISH, way, suggested, scheme));
    };
  }

  FileSystem files();

  /**
   * Makes a file that is whole or absent.
   *
   * @param fence asked just before the file becomes visible; throws where it must not
   * @throws IOException when it cannot be written, or fewer bytes arrived than were sent; it is not
   *     visible then
   */
  TableFile.Publication publish(Path path, Writing writing, Runnable fence) throws IOException;

  /**
   * Makes a small file.
   *
   * @throws org.apache.hadoop.fs.FileAlreadyExistsException or another failure where there is one
   */
  void create(Path path, byte[] content) throws IOException;

  /** Gives a small file, as {@link #create} made it, the present as its time. */
  void renew(Path path, byte[] content) throws IOException;

  /** What is wrong with a file that was sent, by its length. */
  default Optional<IOException> shortfall(Path path, long sent) throws IOException {
    long arrived = files().getFileStatus(path).getLen();
    return arrived == sent
        ? Optional.empty()
        : Optional.of(new IOException("only %d of %d bytes arrived".formatted(arrived, sent)));
  }
}
