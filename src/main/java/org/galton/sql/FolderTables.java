package org.galton.sql;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.galton.sql.shared.Catalog;
import org.galton.sql.shared.NotShared;
import org.galton.sql.shared.Type;
import org.galton.table.store.CurrentFiles;
import org.galton.table.store.Unfinished;
import org.galton.view.engine.ViewedFolder;

/**
 * The tables of a folder as views in DuckDB: each over the files that count when it is first asked
 * for. The same as the views of Spark.
 */
final class FolderTables implements Catalog {
  private static final long MOST_BYTES = 4L << 30;
  private static final String PARQUET = ".parquet";

  private final Connection connection;
  private final java.nio.file.Path root;
  private final RawLocalFileSystem files = new RawLocalFileSystem();
  private final Map<String, Optional<Map<String, Type>>> made = new HashMap<>();
  private long bytes;

  FolderTables(Connection connection, java.nio.file.Path root) throws IOException {
    this.connection = connection;
    this.root = root;
    // The defaults lie in long files of XML, and the local disk needs none of them.
    files.initialize(URI.create("file:///"), new Configuration(false));
  }

  /** Of those that the folder has, by name. */
  List<String> names() throws IOException {
    return Arrays.stream(files.listStatus(new Path(root.toUri())))
        .filter(entry -> entry.isDirectory() && CurrentFiles.isVisible(entry.getPath().getName()))
        .map(entry -> entry.getPath().getName())
        .sorted()
        .toList();
  }

  long bytes() {
    return bytes;
  }

  @Override
  public Optional<Map<String, Type>> columns(String table) {
    Optional<Map<String, Type>> known = made.get(table);
    if (known == null) {
      try {
        known = make(table);
      } catch (Unfinished | IOException | SQLException e) {
        throw new NotShared("DuckDB cannot open the table " + table);
      }
      made.put(table, known);
      if (bytes > MOST_BYTES) {
        throw new NotShared("the tables are larger than 4 GiB");
      }
    }
    return known;
  }

  /** As {@link #columns}, with whatever is wrong. */
  Optional<Map<String, Type>> make(String table) throws IOException, SQLException {
    Path folder = new Path(new Path(root.toUri()), table);
    if (!CurrentFiles.isVisible(table)
        || !files.exists(folder)
        || !files.getFileStatus(folder).isDirectory()) {
      return Optional.empty();
    }
    List<String> paths = new ArrayList<>();
    collect(folder, paths);
    if (paths.isEmpty()) {
      return Optional.empty();
    }
    String list =
        paths.stream()
            .map(path -> "'" + ViewedFolder.literal(path).replace("'", "''") + "'")
            .collect(Collectors.joining(", ", "[", "]"));
    String name = "\"" + table.replace("\"", "\"\"") + "\"";
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TEMPORARY VIEW %s AS SELECT * FROM read_parquet(%s, union_by_name = true, hive_partitioning = false)"
              .formatted(name, list));
    }
    return Optional.of(described(name));
  }

  private Map<String, Type> described(String name) throws SQLException {
    Map<String, Type> columns = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet column = statement.executeQuery("DESCRIBE " + name)) {
      while (column.next()) {
        columns.put(column.getString(1), Type.ofDuckDb(column.getString(2)));
      }
    }
    return columns;
  }

  private void collect(Path folder, List<String> found) throws IOException {
    for (FileStatus file : CurrentFiles.in(folder, files).current()) {
      if (file.getPath().getName().endsWith(PARQUET)) {
        found.add(file.getPath().toUri().getPath());
        bytes += file.getLen();
      }
    }
    for (FileStatus entry : files.listStatus(folder)) {
      if (entry.isDirectory() && CurrentFiles.isVisible(entry.getPath().getName())) {
        collect(entry.getPath(), found);
      }
    }
  }
}
