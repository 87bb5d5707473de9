package org.galton.table.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Empty files that say what a process is at, so that the next attempt at a shard knows what the
 * last one died of: whoever ends in good order takes its mark away. They are a precaution. Where
 * one cannot be written or read, the work goes on without.
 */
public final class AttemptMarks {
  private static final String FOLDER = "_attempts";

  private final FileSystem files;
  private final Path folder;

  /**
   * @param shard whose attempts these are
   */
  public AttemptMarks(OutputFolder output, String shard) {
    this.files = output.store().files();
    this.folder = new Path(new Path(output.root(), FOLDER), shard);
  }

  /** How many attempts died at each work that is marked. */
  public Map<String, Integer> left() {
    Map<String, Integer> deaths = new TreeMap<>();
    try {
      for (FileStatus mark : Storage.attempt("list", folder, this::marks)) {
        String name = mark.getPath().getName();
        deaths.merge(name.substring(0, Math.max(0, name.lastIndexOf('.'))), 1, Integer::sum);
      }
    } catch (UncheckedIOException | Unfinished e) {
      return Map.of();
    }
    return deaths;
  }

  private FileStatus[] marks() throws IOException {
    try {
      return files.listStatus(folder);
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
  }

  /** Says that this process is at a work, until the mark is closed. */
  public Mark set(String work) {
    Path mark = new Path(folder, work + "." + UUID.randomUUID());
    try {
      Storage.attempt(
          "write",
          mark,
          () -> {
            files.create(mark, false).close();
            return null;
          });
    } catch (UncheckedIOException | Unfinished e) {
      return () -> {};
    }
    return () -> delete(files, mark);
  }

  /** Forgets all attempts at the shard: it is done. */
  public void clear() {
    delete(files, folder);
  }

  /** Forgets the attempts at every shard. */
  public static void clearAll(OutputFolder output) {
    delete(output.store().files(), new Path(output.root(), FOLDER));
  }

  private static void delete(FileSystem files, Path path) {
    try {
      Storage.attempt("delete", path, () -> files.delete(path, true));
    } catch (UncheckedIOException | Unfinished e) {
      // It is deleted with the shard's, or with all.
    }
  }

  /** A mark that is set. */
  public interface Mark extends AutoCloseable {
    @Override
    void close();
  }
}
