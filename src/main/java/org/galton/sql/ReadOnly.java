package org.galton.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galton.spec.InvalidInput;

/** Lets pass what reads, by the word of DuckDB's own parser. */
final class ReadOnly {
  private static final Pattern BEFORE_A_QUERY =
      Pattern.compile(
          "(?is)(?:--[^\n]*\n|\\s)*+(?:EXPLAIN(?:\\s+ANALYZE)?"
              + "|CREATE(?:\\s+OR\\s+REPLACE)?\\s+TEMP(?:ORARY)?\\s+VIEW\\s+\\w+\\s+AS)\\s(.*)");

  private final Connection connection;

  ReadOnly(Connection connection) {
    this.connection = connection;
  }

  /**
   * @throws InvalidInput when a statement is no query
   */
  void check(String statement) throws SQLException {
    Matcher before = BEFORE_A_QUERY.matcher(statement);
    String query = before.matches() ? before.group(1) : statement;
    String sql =
        "SELECT j ->> '$.error_type', j ->> '$.error_message'"
            + " FROM (SELECT CAST(json_serialize_sql(CAST(? AS VARCHAR)) AS JSON) AS j)";
    try (PreparedStatement parse = connection.prepareStatement(sql)) {
      parse.setString(1, query);
      try (ResultSet problem = parse.executeQuery()) {
        problem.next();
        if ("not implemented".equals(problem.getString(1))) {
          throw new InvalidInput(
              "Cannot run '%s': ./galton sql reads tables and writes nothing; expected SELECT, or CREATE TEMPORARY VIEW before one; to write, read the files with DuckDB's own program: docs/analysing.md"
                  .formatted(beginning(statement)));
        }
        if (problem.getString(1) != null) {
          throw new InvalidInput("Cannot run the query: " + problem.getString(2).strip());
        }
      }
    }
  }

  private static String beginning(String statement) {
    String[] words = statement.strip().split("\\s+", 3);
    String first = words[0].toUpperCase(Locale.ROOT);
    return words.length < 3 ? first : first + " " + words[1] + " …";
  }
}
