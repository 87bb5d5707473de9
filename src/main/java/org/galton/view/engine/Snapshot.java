package org.galton.view.engine;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of a folder over the files that counted when it was taken. A table without files has
 * no rows, and a column that files of an earlier version lack is NULL.
 */
public final class Snapshot {
  private static final int MOST_SECONDS = 120;

  private static final BoundSql LISTED =
      BoundSql.of(
          "SELECT concat_ws('|', %s)"
              .formatted(
                  Stream.of("rollouts", "scores", "rollout_tokens", "searches", "search_nodes")
                      .map("getvariable('%s')"::formatted)
                      .collect(Collectors.joining(", "))));

  private final KeptConnection kept;
  private final Connection connection;
  private final ViewedFolder folder;
  private final TableScript script;
  private boolean listed;

  Snapshot(KeptConnection kept, ViewedFolder folder, TableScript script, FileListing listing) {
    this.listed = listing == FileListing.ONCE && kept.files() != null;
    this.kept = kept;
    this.connection = kept.connection();
    this.folder = folder;
    this.script = script;
  }

  public ViewedFolder folder() {
    return folder;
  }

  /** The rows of a query over these tables, which it names. */
  public <R> List<R> rows(BoundSql sql, RowReader<R> reader) throws SQLException {
    makeTables(sql);
    return ask(sql, reader);
  }

  private <R> List<R> ask(BoundSql sql, RowReader<R> reader) throws SQLException {
    List<R> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
      statement.setQueryTimeout(MOST_SECONDS);
      for (int i = 0; i < sql.values().size(); i++) {
        statement.setObject(i + 1, sql.values().get(i));
      }
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(reader.read(result));
        }
      }
    }
    return rows;
  }

  /** Writes the rows of a query into a file of the engine's own. */
  public void copy(BoundSql sql, Path file, FileFormat format) throws SQLException {
    makeTables(sql);
    run("COPY (%s) TO '%s' (%s)".formatted(sql.plain(), file, format.options()));
  }

  private void makeTables(BoundSql sql) throws SQLException {
    list();
    for (Map.Entry<String, String> view : script.views().entrySet()) {
      if (names(sql.text(), view.getKey()) && kept.lacks(view.getKey())) {
        make(
            view.getKey(),
            view.getKey().equals("rollouts") ? rollouts(view.getValue()) : view.getValue());
      }
    }
  }

  /** A table stands alone in a query, as in {@code FROM runs}. */
  private static boolean names(String sql, String table) {
    return (" " + sql.replaceAll("\\W", " ") + " ").contains(" " + table + " ");
  }

  /** Another one where other files of rollouts or scores count. */
  public String files() throws SQLException {
    list();
    return kept.files();
  }

  private void list() throws SQLException {
    if (!listed) {
      try (PreparedStatement set = connection.prepareStatement("SET VARIABLE output = ?")) {
        set.setString(1, folder.pattern());
        set.execute();
      }
      for (String statement : script.files()) {
        run(statement);
      }
      for (String statement : FailedOnce.FILES) {
        run(statement);
      }
      kept.list(ask(LISTED, row -> row.getString(1)).get(0));
      listed = true;
    }
  }

  private String rollouts(String all) throws SQLException {
    return ask(
            FailedOnce.COUNT,
            row ->
                row.getInt("failed") == 0
                    ? all
                    : row.getInt("drawn") == 0 ? FailedOnce.alone() : FailedOnce.besideDrawn())
        .get(0);
  }

  private void make(String table, String select) throws SQLException {
    TableColumns columns = TableColumns.of(table);
    List<String> there;
    try {
      run("CREATE OR REPLACE TEMPORARY VIEW " + table + " AS " + select);
      there = columns(table);
    } catch (SQLException e) {
      if (!hasNoFiles(e)) {
        throw e;
      }
      run("CREATE OR REPLACE TEMPORARY VIEW " + table + " AS " + columns.empty());
      return;
    }
    if (!columns.isKnownBy(there)) {
      throw new UnreadableTable(
          "Cannot read %s of %s: its files have the columns %s, and no %s; expected Parquet files that Galton wrote: move others out of the folder"
              .formatted(
                  table,
                  folder.name(),
                  String.join(", ", there),
                  columns.types().keySet().iterator().next()));
    }
    String absent = columns.absent(there);
    if (!absent.isEmpty()) {
      run(
          "CREATE OR REPLACE TEMPORARY VIEW %s AS SELECT *%s FROM (%s)"
              .formatted(table, absent, select));
    }
  }

  private static boolean hasNoFiles(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    // A listed file that is not found was there: then all is read again.
    return (message.contains("No files found that match") && message.contains("/*.parquet\""))
        || message.contains("cannot take NULL list")
        || message.contains("at least one file");
  }

  private List<String> columns(String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT * FROM " + table + " LIMIT 0")) {
      ResultSetMetaData meta = result.getMetaData();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        columns.add(meta.getColumnName(i));
      }
    }
    return columns;
  }

  /** A statement that fails is closed: each has its own. */
  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
