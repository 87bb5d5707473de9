package org.galton.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.galton.study.Studies;
import org.junit.jupiter.api.Test;

final class TableTest {
  private static final String BALLS =
      """
      CREATE TABLE balls (
        bin INT NOT NULL COMMENT 'Where it''s landed',
        note STRING
      )
      COMMENT 'A ball''s end';
      """;

  record Ball(int bin, String note) {}

  record LooseBall(Integer bin, String note) {}

  record Stray(int bin, String colour) {}

  record Bin(int bin) {}

  @Test
  void everySchemaFileHasItsTableAndEveryColumnItsMeaning() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".sql"))
          .containsExactlyInAnyOrderElementsOf(
              Studies.tables().stream().map(table -> table.name() + ".sql").toList());
    }
    for (Table<?> table : Studies.tables()) {
      assertThat(table.meaning()).isNotBlank();
      assertThat(table.columns()).allSatisfy(column -> assertThat(column.meaning()).isNotBlank());
    }
  }

  @Test
  void schemaIsReadWithTypesNullabilityAndComments() {
    Table<Ball> balls = new Table<>(Ddl.parse("balls.sql", BALLS), Ball.class);

    assertThat(balls.meaning()).isEqualTo("A ball's end");
    assertThat(balls.columns())
        .containsExactly(
            new Column("bin", ColumnType.INT, Nullability.NOT_NULL, "Where it's landed"),
            new Column("note", ColumnType.STRING, Nullability.NULLABLE, ""));
  }

  @Test
  void recordThatDoesNotMatchTheSchemaIsRefused() {
    Ddl balls = Ddl.parse("balls.sql", BALLS);

    assertThatThrownBy(() -> new Table<>(balls, LooseBall.class))
        .hasMessage(
            "Cannot map LooseBall to table balls: component Integer bin is column bin INT NOT NULL:"
                + " expected int");
    assertThatThrownBy(() -> new Table<>(balls, Stray.class))
        .hasMessage(
            "Cannot map Stray to table balls: component String colour has no column 'colour'");
    assertThatThrownBy(() -> new Table<>(balls, Bin.class))
        .hasMessage(
            "Cannot map Bin to table balls: its columns are [bin INT NOT NULL]; expected [bin INT"
                + " NOT NULL, note STRING]");
  }

  @Test
  void partOfARowNamesSomeOfTheColumns() {
    Table<Ball> balls = new Table<>(Ddl.parse("balls.sql", BALLS), Ball.class);

    assertThat(balls.part(Bin.class).columns()).isEqualTo(List.of(balls.columns().get(0)));
  }

  @Test
  void missingValueInAColumnThatNeedsOneIsRefused() {
    PromptRow row = new PromptRow("sums", "p1", "p1", null, "2", java.util.Map.of());

    assertThatThrownBy(() -> Table.PROMPTS.rows().values(row))
        .hasMessageStartingWith(
            "Cannot write a row of prompts: text is NULL; expected text STRING NOT NULL in");
  }

  @Test
  void notANumberIsRefused() {
    BooksRow row =
        new BooksRow(
            "r", "s", "m", "t", "x", "g", "c", 1, 1, 0, 1, 0, 0, 3, Double.NaN, null, null);

    assertThatThrownBy(() -> Table.BOOKS.rows().values(row))
        .hasMessageStartingWith(
            "Cannot write a row of books: device_seconds is NaN; expected a number or NULL in");
  }

  @Test
  void schemaThatIsNotATableDefinitionIsRefused() {
    assertThatThrownBy(() -> Ddl.parse("x.sql", "SELECT 1"))
        .hasMessage(
            "Cannot read schema x.sql: expected CREATE TABLE name (columns, one a line) COMMENT"
                + " 'meaning';");
  }
}
