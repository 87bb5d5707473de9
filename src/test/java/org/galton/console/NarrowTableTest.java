package org.galton.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NarrowTableTest {
  private static final TextTable TABLE =
      TextTable.of(
          List.of("model", "task", "sampling", "pass@1", "pass@8"),
          List.of(
              List.of("/data/run7/step-100", "sums", "t=1 max=64", "0.125", "0.5"),
              List.of("/data/run7/step-2000", "sets", "t=1 max=64", "0.25", "0.75")));

  @Test
  void whatFitsStaysAsItIs() {
    assertThat(NarrowTable.within(54, TABLE)).isEqualTo(TABLE.whole());
  }

  @Test
  void namesFirstLoseWhatTheyHaveInCommon() {
    assertThat(NarrowTable.within(53, TABLE))
        .isEqualTo(
            """
            model        task  sampling    pass@1  pass@8
            ───────────  ────  ──────────  ──────  ──────
            …/step-100   sums  t=1 max=64   0.125     0.5
            …/step-2000  sets  t=1 max=64    0.25    0.75
            """);
  }

  @Test
  void thenColumnsAreLeftOutAndNamed() {
    assertThat(NarrowTable.within(40, TABLE))
        .isEqualTo(
            """
            model        task  pass@1  pass@8
            ───────────  ────  ──────  ──────
            …/step-100   sums   0.125     0.5
            …/step-2000  sets    0.25    0.75
            Not shown: sampling; a wider terminal or
            --json shows them.
            """);
    assertThat(NarrowTable.within(30, TABLE).lines().skip(2))
        .containsExactly(
            "…/step-100   sums   0.125",
            "…/step-2000  sets    0.25",
            "Not shown: sampling, pass@8; a",
            "wider terminal or --json shows",
            "them.");
  }

  @Test
  void theLongestTextIsCutWhereItsCellsStillDiffer() {
    TextTable prompts =
        TextTable.of(
            List.of("change", "prompt"),
            List.of(
                List.of("0.5", "First, of a long list of words"),
                List.of("0.25", "Second, of a long list of words")));

    assertThat(NarrowTable.within(26, prompts).lines().skip(2))
        .containsExactly("   0.5  First, of a long …", "  0.25  Second, of a long…");
    assertThat(NarrowTable.within(10, prompts)).contains("\nprompt; a\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 20, 30, 40, 60})
  void noLineOfRowsIsWiderThanTheTerminalButForItsFirstColumn(int width) {
    assertThat(NarrowTable.within(width, TABLE).lines().limit(4))
        .allMatch(line -> line.length() <= Math.max(width, "…/step-2000".length()));
  }

  @Test
  void whereTheOutputIsNoTerminalNothingIsLeftOut() {
    assertThat(TABLE).hasToString(TABLE.whole());
  }

  @Test
  void theScriptSaysHowWideTheTerminalsAre() {
    Map<String, String> said = Map.of("GALTON_OUT_COLUMNS", "60", "GALTON_ERR_COLUMNS", "0");

    assertThat(Terminal.of(said, true))
        .isEqualTo(new Terminal(OptionalInt.of(60), OptionalInt.empty()));
    assertThat(Terminal.of(Map.of("COLUMNS", "70"), true).output()).hasValue(70);
    assertThat(Terminal.of(Map.of(), true).errors()).hasValue(80);
    assertThat(Terminal.of(Map.of("COLUMNS", "70"), false).output()).isEmpty();
  }
}
