package org.galton.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class DataDictionaryTest {
  private static final Path PAGE = Path.of("docs/tables.md");
  private static final String BEGIN = "<!-- data dictionary: begin -->\n";
  private static final String END = "<!-- data dictionary: end -->";

  record Ball(int bin, String note) {}

  /** Rewrites the section instead where {@code -Dgalton.dictionary=write} is set. */
  @Test
  void thePageSaysWhatTheSchemasSay() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page).containsOnlyOnce(BEGIN).containsOnlyOnce(END);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    String expected = "\n" + DataDictionary.markdown() + "\n";
    if ("write".equals(System.getProperty("galton.dictionary"))) {
      Files.writeString(PAGE, page.substring(0, begin) + expected + page.substring(end));
      return;
    }
    assertThat(page.substring(begin, end))
        .as("./mvnw -q -B -Dtest=DataDictionaryTest -Dgalton.dictionary=write test renews it")
        .isEqualTo(expected);
  }

  @Test
  void columnIsALineThatMarkdownCanShow() {
    Ddl balls =
        Ddl.parse(
            "balls.sql",
            """
            CREATE TABLE balls (
              bin INT NOT NULL COMMENT 'left | right <0',
              note STRING COMMENT 'Remark'
            )
            COMMENT 'A ball''s end';
            """);

    assertThat(DataDictionary.section(new Table<>(balls, Ball.class)))
        .isEqualTo(
            """
            ### balls

            A ball's end.

            | column | type | meaning |
            | --- | --- | --- |
            | bin | int | left \\| right &lt;0 |
            | note | string, or null | Remark |
            """);
  }
}
