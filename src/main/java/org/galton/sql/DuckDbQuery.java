package org.galton.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.galton.spec.InvalidInput;
import org.galton.sql.shared.Doubts;
import org.galton.sql.shared.Limits;
import org.galton.sql.shared.NotShared;
import org.galton.sql.shared.Output;
import org.galton.sql.shared.SharedSql;
import org.galton.table.store.Unfinished;

/** A query over the tables of a folder, answered by DuckDB. */
public final class DuckDbQuery {
  private final LocalFolder folder;

  public DuckDbQuery(LocalFolder folder) {
    this.folder = folder;
  }

  /**
   * The rows that Spark would find.
   *
   * @param most how many of them are wanted
   * @throws NotShared when they may be others, or DuckDB finds none
   */
  public Fetched asSparkWould(String script, long most) {
    if (!LocalDatabase.isInstalled()) {
      throw new NotShared("DuckDB is not installed here");
    }
    try {
      return LocalDatabase.over(folder, connection -> shared(connection, script, most));
    } catch (SQLException e) {
      String reason = String.valueOf(e.getMessage());
      throw new NotShared(Doubts.in(reason).orElse("DuckDB stopped: " + firstLine(reason)));
    }
  }

  private Fetched shared(Connection connection, String script, long most) throws SQLException {
    FolderTables tables = tables(connection);
    SharedSql sql = SharedSql.of(script, tables, new Limits(most));
    for (String view : sql.views()) {
      DuckDbRows.run(connection, view);
    }
    Fetched found = DuckDbRows.of(connection, sql.query().sql(), most);
    return new Fetched(sql.query().outputs().stream().map(Output::name).toList(), found.rows());
  }

  /**
   * The rows of the last statement of a script in DuckDB's own SQL.
   *
   * @throws InvalidInput when it cannot be run, or would write
   */
  public Fetched inItsOwnSense(String script, long most) {
    if (!LocalDatabase.isInstalled()) {
      throw new InvalidInput(
          "Cannot run the query: DuckDB is not installed here (target/engines holds no jar of it); build again, or take --engine spark");
    }
    try {
      return LocalDatabase.over(folder, connection -> own(connection, script, most));
    } catch (NotShared e) {
      throw new InvalidInput(
          "Cannot run the query: "
              + e.getMessage()
              + "; ask for fewer rows, or take --engine spark",
          e);
    } catch (SQLException e) {
      throw new InvalidInput(
          "Cannot read %s: %s; take --engine spark, or run it again"
              .formatted(folder.name(), firstLine(String.valueOf(e.getMessage()))),
          e);
    }
  }

  private Fetched own(Connection connection, String script, long most) throws SQLException {
    List<String> statements = SqlScript.parse(script).statements();
    if (statements.isEmpty()) {
      throw new InvalidInput("Cannot run the query: it is empty; expected a statement in SQL");
    }
    Map<String, String> broken = new TreeMap<>();
    List<String> names = open(tables(connection), script, broken);
    return last(connection, statements, most, names, broken);
  }

  private static List<String> open(FolderTables tables, String script, Map<String, String> broken)
      throws SQLException {
    try {
      List<String> names = tables.names();
      for (String name : names) {
        if (script.contains(name)) {
          try {
            tables.make(name);
          } catch (Unfinished | IOException e) {
            broken.put(name, e.getMessage());
          } catch (SQLException e) {
            if (LocalDatabase.isGone(e)) {
              throw e;
            }
            broken.put(name, firstLine(String.valueOf(e.getMessage())));
          }
        }
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Fetched last(
      Connection connection,
      List<String> statements,
      long most,
      List<String> names,
      Map<String, String> broken)
      throws SQLException {
    ReadOnly readOnly = new ReadOnly(connection);
    Fetched found = new Fetched(List.of(), List.of());
    for (String statement : statements) {
      readOnly.check(statement);
      try {
        found = DuckDbRows.of(connection, statement, most);
      } catch (SQLException e) {
        if (LocalDatabase.isGone(e)) {
          throw e;
        }
        StringBuilder known = new StringBuilder("; the tables are " + String.join(", ", names));
        broken.forEach((table, why) -> known.append("; '" + table + "' is none: " + why));
        throw new InvalidInput(
            "Cannot run the query: " + firstLine(String.valueOf(e.getMessage())) + known, e);
      }
    }
    return found;
  }

  private FolderTables tables(Connection connection) {
    try {
      return new FolderTables(connection, folder.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
