package org.galton.sql;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.galton.sql.shared.Catalog;
import org.galton.sql.shared.NotShared;
import org.galton.sql.shared.Type;
import org.galton.table.Table;
import org.galton.table.store.CurrentFiles;
import org.galton.table.store.Unfinished;

/**
 * The tables of a folder as views in DuckDB: each over the files that count when it is first asked
 * for, with the columns that it has for Spark.
 */
final class FolderTables implements Catalog {
  private static final long MOST_BYTES = 256L << 20;

  private static final List<String> OF_A_WORD =
      List.of("model", "task", "generation", "prompt_id", "rollout_index", "labelled_by");

  /** Of what a person said of a rollout in several sessions of the viewer. */
  private static final String LATEST_WORD =
      " QUALIFY row_number() OVER (PARTITION BY %s ORDER BY labelled_at DESC, label NULLS LAST) = 1"
          .formatted(String.join(", ", OF_A_WORD));

  private final Connection connection;
  private final Path root;
  private final RawLocalFileSystem files = new RawLocalFileSystem();
  private final Map<String, Optional<Map<String, Type>>> made = new HashMap<>();
  private long bytes;

  FolderTables(Connection connection, java.nio.file.Path root) throws IOException {
    this.connection = connection;
    this.root = new Path(root.toUri());
    // The defaults lie in long files of XML, and the local disk needs none of them.
    files.initialize(URI.create("file:///"), new Configuration(false));
  }

  /** The names of folders that may be tables. */
  List<String> names() throws IOException {
    return Arrays.stream(files.listStatus(root))
        .filter(entry -> entry.isDirectory() && CurrentFiles.isVisible(entry.getPath().getName()))
        .map(entry -> entry.getPath().getName())
        .sorted()
        .toList();
  }

  /**
   * @throws NotShared when Spark may see another table than DuckDB, or only one of them any
   */
  @Override
  public Optional<Map<String, Type>> columns(String table) {
    Optional<Map<String, Type>> known = made.get(table);
    if (known == null) {
      try {
        known = opened(table);
      } catch (Unfinished | IOException | SQLException e) {
        throw new NotShared("DuckDB cannot open the table " + table);
      }
      made.put(table, known);
    }
    return known;
  }

  private Optional<Map<String, Type>> opened(String table) throws IOException, SQLException {
    TableFiles counting = counting(table);
    if (counting.paths().isEmpty()) {
      return Optional.empty();
    }
    bytes += counting.bytes();
    if (bytes > MOST_BYTES) {
      throw new NotShared("the tables in it are larger than 256 MiB");
    }
    Map<String, Type> columns = make(table, counting);
    Set<String> named = counting.columnsOfFolders();
    if (!named.isEmpty() && named.stream().noneMatch(columns::containsKey)) {
      throw new NotShared("columns of the table " + table + " are names of folders");
    }
    if (kinds(counting) > 1) {
      throw new NotShared("files of the table " + table + " differ in their columns");
    }
    return Optional.of(columns);
  }

  /**
   * How many kinds of files there are: of several, each engine orders and types columns its way.
   */
  private long kinds(TableFiles counting) throws SQLException {
    String kinds =
        """
        SELECT count(DISTINCT columns) + %d - count(DISTINCT file_name)
        FROM (SELECT file_name, list(path_in_schema || ' ' || type ORDER BY column_id) AS columns
              FROM parquet_metadata(%s) WHERE row_group_id = 0 GROUP BY file_name)
        """
            .formatted(counting.paths().size(), counting.sql());
    try (Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery(kinds)) {
      count.next();
      return count.getLong(1);
    }
  }

  /**
   * Makes a table a view, where it has files.
   *
   * @throws Unfinished when files of it are lost
   * @throws IOException when one of them is damaged
   */
  void make(String table) throws IOException, SQLException {
    TableFiles counting = counting(table);
    if (!counting.paths().isEmpty()) {
      make(table, counting);
    }
  }

  private TableFiles counting(String table) throws IOException {
    return TableFiles.in(new Path(root, table), files);
  }

  private Map<String, Type> make(String table, TableFiles counting)
      throws IOException, SQLException {
    counting.check();
    String name = "\"" + table.replace("\"", "\"\"") + "\"";
    String select =
        "CREATE OR REPLACE TEMPORARY VIEW %s AS SELECT * FROM read_parquet(%s, union_by_name = true, hive_partitioning = false)"
            .formatted(name, counting.sql());
    DuckDbRows.run(connection, select);
    Map<String, Type> columns = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet column = statement.executeQuery("DESCRIBE " + name)) {
      while (column.next()) {
        columns.put(column.getString(1), Type.ofDuckDb(column.getString(2)));
      }
    }
    if (table.equals(Table.LABELS.name()) && columns.keySet().containsAll(OF_A_WORD)) {
      DuckDbRows.run(connection, select + LATEST_WORD);
    }
    return columns;
  }
}
