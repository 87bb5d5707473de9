package org.galton.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The tables of an output folder in DuckDB, as {@code queries/duckdb.sql} makes them. */
public final class DuckDbTables implements AutoCloseable {
  private static final Path QUERIES = Path.of("queries");

  private final Connection connection;
  private final Statement statement;

  public DuckDbTables(Path output) throws SQLException, IOException {
    this.connection = DriverManager.getConnection("jdbc:duckdb:");
    this.statement = connection.createStatement();
    statement.execute("SET VARIABLE output = '" + output + "'");
    run("duckdb.sql");
  }

  /** Runs a file of queries, as again after tables were written. */
  public void run(String file) throws SQLException, IOException {
    statement.execute(Files.readString(QUERIES.resolve(file)));
  }

  public List<List<String>> rows(String sql) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          cells.add(result.getObject(i) == null ? "NULL" : result.getObject(i).toString());
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
