package org.galton.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * A DuckDB database in memory that can read one folder and nothing else: no other file, no network,
 * no extension; and its settings are locked.
 */
final class LocalDatabase {
  private static final String DRIVER = "org.duckdb.DuckDBDriver";

  /** How often all is begun again since files vanished under it. */
  private static final int MOST_LISTS = 5;

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
        for (String setting : settings(folder)) {
          DuckDbRows.run(connection, "SET " + setting);
        }
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

  private static List<String> settings(LocalFolder folder) {
    String path = folder.path().toString();
    return List.of(
        "memory_limit = '1GiB'",
        "threads = " + Math.min(8, Runtime.getRuntime().availableProcessors()),
        "temp_directory = ''",
        "TimeZone = 'UTC'",
        "autoinstall_known_extensions = false",
        "autoload_known_extensions = false",
        "parquet_metadata_cache = true",
        "allowed_directories = [%s, %s]".formatted(quoted(path + "/"), quoted(pattern(path) + "/")),
        "enable_external_access = false",
        "lock_configuration = true");
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A pattern of files that matches a path alone. */
  static String pattern(String path) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if ("*?[".indexOf(c) >= 0) {
        pattern.append('[').append(c).append(']');
      } else {
        pattern.append(c);
      }
    }
    return pattern.toString();
  }
}
