package org.galton.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.galton.view.engine.LockedDuckDb;

/** A DuckDB database in memory that can read one folder and nothing else. */
final class LocalDatabase {
  private static final String DRIVER = "org.duckdb.DuckDBDriver";

  /** How often all is begun again since files vanished under it. */
  private static final int MOST_LISTS = 5;

  private static final List<String> SETTINGS =
      List.of(
          "memory_limit = '1GiB'",
          "threads = " + Math.min(8, Runtime.getRuntime().availableProcessors()),
          "temp_directory = ''");

  /** What is asked of it. */
  @FunctionalInterface
  interface Work<R> {
    R with(Connection connection) throws SQLException;
  }

  private LocalDatabase() {}

  static boolean isInstalled() {
    try {
      Class.forName(DRIVER, false, LocalDatabase.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Does the work, which lists the files itself, once, or again where files vanished. */
  static <R> R over(LocalFolder folder, Work<R> work) throws SQLException {
    for (int list = 1; ; list++) {
      try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
        LockedDuckDb.lock(connection, List.of(folder.path()), SETTINGS);
        return work.with(connection);
      } catch (SQLException e) {
        if (list == MOST_LISTS || !isGone(e)) {
          throw e;
        }
      }
    }
  }

  /** Whether a file was not there any more. */
  static boolean isGone(SQLException failure) {
    return String.valueOf(failure.getMessage()).contains("No such file or directory");
  }
}
