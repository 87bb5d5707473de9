package org.galton.view.engine;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a DuckDB database needs that reads given folders and nothing else: no other file, no
 * network, no extension; and its settings are locked.
 */
public final class LockedDuckDb {
  private LockedDuckDb() {}

  /** Settings as {@code SET} takes them; those of the caller's own come before the lock. */
  public static void lock(Connection connection, List<Path> folders, List<String> own)
      throws SQLException {
    String allowed =
        folders.stream()
            .map(Path::toString)
            .flatMap(path -> Stream.of(path, pattern(path)))
            .distinct()
            .map(path -> quoted(path + "/"))
            .collect(Collectors.joining(", "));
    List<String> settings = new ArrayList<>(own);
    settings.addAll(
        List.of(
            "TimeZone = 'UTC'",
            "autoinstall_known_extensions = false",
            "autoload_known_extensions = false",
            "parquet_metadata_cache = true",
            "allowed_directories = [" + allowed + "]",
            "enable_external_access = false",
            "lock_configuration = true"));
    for (String setting : settings) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET " + setting);
      }
    }
  }

  /** As a text in SQL. */
  public static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A pattern of files that matches a path alone: no sign of it means anything. */
  public static String pattern(String path) {
    StringBuilder pattern = new StringBuilder();
    path.chars()
        .forEach(
            c -> {
              if ("*?[".indexOf(c) >= 0) {
                pattern.append('[').append((char) c).append(']');
              } else {
                pattern.append((char) c);
              }
            });
    return pattern.toString();
  }
}
