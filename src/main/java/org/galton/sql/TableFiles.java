package org.galton.sql;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.galton.table.store.CurrentFiles;
import org.galton.view.engine.LockedDuckDb;

/**
 * The files of a table that count.
 *
 * @param folder of the table
 */
record TableFiles(String folder, List<String> paths, long bytes) {
  private static final String PARQUET = ".parquet";

  static TableFiles in(Path folder, FileSystem files) throws IOException {
    List<FileStatus> found = new ArrayList<>();
    if (CurrentFiles.isVisible(folder.getName())
        && files.exists(folder)
        && files.getFileStatus(folder).isDirectory()) {
      collect(folder, files, found);
    }
    return new TableFiles(
        folder.toUri().getPath(),
        found.stream().map(file -> file.getPath().toUri().getPath()).toList(),
        found.stream().mapToLong(FileStatus::getLen).sum());
  }

  private static void collect(Path folder, FileSystem files, List<FileStatus> found)
      throws IOException {
    for (FileStatus file : CurrentFiles.in(folder, files).current()) {
      if (file.getPath().getName().endsWith(PARQUET)) {
        found.add(file);
      }
    }
    for (FileStatus entry : files.listStatus(folder)) {
      if (entry.isDirectory() && CurrentFiles.isVisible(entry.getPath().getName())) {
        collect(entry.getPath(), files, found);
      }
    }
  }

  /** Columns that folders such as {@code model=m} name: Spark adds them where files lack them. */
  Set<String> columnsOfFolders() {
    return paths.stream()
        .map(path -> path.substring(folder.length(), path.lastIndexOf('/') + 1))
        .flatMap(folders -> Arrays.stream(folders.split("/", -1)))
        .filter(name -> name.indexOf('=') > 0)
        .map(name -> name.substring(0, name.indexOf('=')))
        .collect(Collectors.toSet());
  }

  /**
   * @throws IOException when one of them is damaged
   * @throws SQLException as DuckDB throws it, when one is gone
   */
  void check() throws IOException, SQLException {
    for (String path : paths) {
      try {
        PageChecksums.check(path);
      } catch (FileNotFoundException e) {
        throw new SQLException("No such file or directory: " + path, e);
      }
    }
  }

  /** As a list in DuckDB, where a path is a pattern. */
  String sql() {
    return paths.stream()
        .map(path -> LockedDuckDb.quoted(LockedDuckDb.pattern(path)))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
