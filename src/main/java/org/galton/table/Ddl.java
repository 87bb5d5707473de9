package org.galton.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.StructType;

/**
 * A table's definition: {@code CREATE TABLE name (columns) COMMENT 'meaning';}. Spark's own parser
 * reads the columns.
 */
record Ddl(String name, StructType schema, String meaning) {
  private static final Pattern STATEMENT =
      Pattern.compile(
          "\\s*CREATE TABLE (\\w+) \\(\\n(.*)\\n\\)\\nCOMMENT '((?:[^']|'')*)';\\s*",
          Pattern.DOTALL);

  /** Reads the definition that is shipped beside a row's class. */
  static Ddl beside(Class<?> row, String name) {
    String resource = name + ".sql";
    try (InputStream stream = row.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(
            "Cannot find the schema of table " + name + ": expected resource " + resource);
      }
      return parse(resource, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the schema of table " + name, e);
    }
  }

  static Ddl parse(String subject, String text) {
    Matcher statement = STATEMENT.matcher(text);
    if (!statement.matches()) {
      throw new IllegalStateException(
          "Cannot read schema "
              + subject
              + ": expected CREATE TABLE name (columns, one a line) COMMENT 'meaning';");
    }
    return new Ddl(
        statement.group(1),
        StructType.fromDDL(statement.group(2)),
        statement.group(3).replace("''", "'"));
  }
}
