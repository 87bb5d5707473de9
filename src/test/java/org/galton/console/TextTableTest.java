package org.galton.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TextTableTest {
  @Test
  void numbersStandToTheRightAndTextToTheLeft() {
    TextTable table =
        TextTable.of(
            List.of("task", "pass@1"),
            List.of(
                List.of("arithmetic", "0.5"),
                List.of("sum", "NULL"),
                List.of("none", "-"),
                List.of("é", "-1.25E-4")));

    assertThat(table)
        .hasToString(
            """
            task          pass@1
            ──────────  ────────
            arithmetic       0.5
            sum             NULL
            none               -
            é           -1.25E-4
            """);
  }

  @Test
  void longTextsThatBeginAlikeKeepWhatTellsThemApart() {
    String same = "x".repeat(100);
    TextTable table =
        TextTable.of(List.of("a"), List.of(List.of(same + "1"), List.of(same + "2" + same)));
    assertThat(table.toString().lines().skip(2))
        .containsExactly(same + "1", same + "2" + "x".repeat(58) + "…");
  }

  @Test
  void aCellStaysOnItsLineAndLongTextIsCut() {
    TextTable table =
        TextTable.of(List.of("text"), List.of(List.of("a\nb"), List.of("x".repeat(81))));

    assertThat(table.toString().lines().skip(2)).containsExactly("a\\nb", "x".repeat(79) + "…");
  }

  @Test
  void aResultWithoutRowsShowsItsHeadings() {
    assertThat(TextTable.of(List.of("n", "task"), List.of())).hasToString("n  task\n─  ────\n");
  }
}
