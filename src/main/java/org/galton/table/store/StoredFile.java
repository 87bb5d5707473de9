package org.galton.table.store;

import java.io.Serializable;
import org.apache.hadoop.fs.FileStatus;

/**
 * A file of a table as a listing shows it.
 *
 * @param modified milliseconds since 1970
 */
public record StoredFile(String path, String name, long modified) implements Serializable {

  static StoredFile of(FileStatus file) {
    return new StoredFile(
        file.getPath().toString(), file.getPath().getName(), file.getModificationTime());
  }

  /** Whether it holds what could not be drawn. */
  public boolean isFailed() {
    return FileName.parse(name).kind() == FileName.Kind.FAILED;
  }
}
