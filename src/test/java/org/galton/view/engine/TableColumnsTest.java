package org.galton.view.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.galton.table.Table;
import org.junit.jupiter.api.Test;

final class TableColumnsTest {

  /** Spark's parser reads the same definitions. */
  @Test
  void columnsAreThoseOfTheSchemasAndDuckDbKnowsTheirTypes() throws Exception {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      for (Table<?> table : Table.ofSweeps()) {
        TableColumns columns = TableColumns.of(table.name());
        assertThat(columns.types().keySet())
            .as(table.name())
            .containsExactly(table.schema().fieldNames());
        try (ResultSet none = statement.executeQuery(columns.empty())) {
          assertThat(none.getMetaData().getColumnCount()).isEqualTo(table.schema().size());
          assertThat(none.next()).isFalse();
        }
      }
    }
  }
}
