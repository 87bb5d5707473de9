package org.galton.table.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** Access to a file system, with its failures in words. */
final class Storage {
  /** A step on a file system. */
  interface Step<T> {
    T run() throws IOException;
  }

  private Storage() {}

  /**
   * The file system of a path. A local one without its checksum files: they would be renamed after
   * the file that they belong to, and Parquet's pages carry checksums of their own.
   */
  static FileSystem of(Path path, Configuration configuration) {
    return attempt(
        "open",
        path,
        () -> {
          FileSystem files = path.getFileSystem(configuration);
          return files instanceof LocalFileSystem local
              ? LocalDisk.instead(local.getRaw(), configuration)
              : files;
        });
  }

  /** Runs a step, and says what could not be done to which path when it fails. */
  static <T> T attempt(String verb, Path path, Step<T> step) {
    try {
      return step.run();
    } catch (IOException e) {
      throw failure(verb, path, e);
    } catch (FSError e) { // How Hadoop's local file system reports a failed write.
      throw failure(verb, path, e);
    }
  }

  /** A full disk stays full however often a task is tried again; anything else may pass. */
  private static RuntimeException failure(String verb, Path path, Throwable cause) {
    String reason = reason(cause);
    String problem = "Cannot " + verb + " " + path + ": " + reason;
    if (reason.contains("No space left on device") || reason.contains("quota")) {
      return new Unfinished(problem + "; free space and run the same command again", cause);
    }
    IOException failure = cause instanceof IOException io ? io : new IOException(cause);
    return new UncheckedIOException(problem, failure);
  }

  private static String reason(Throwable error) {
    Throwable cause =
        error instanceof FSError && error.getCause() != null ? error.getCause() : error;
    String message = cause.getMessage();
    if (message == null || message.isBlank()) {
      return cause.getClass().getSimpleName();
    }
    return cause instanceof NoSuchFileException ? "no such file " + message : message.strip();
  }
}
