package org.galton.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.galton.job.draw.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProgressLineTest {
  private static final Progress HALF =
      new Progress(
          1_230_000,
          4_567,
          2_469_134,
          12,
          9_876_543,
          Duration.ofSeconds(1000),
          Optional.of(Duration.ofSeconds(1000)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "99|1,234,567 of 2,469,134 rollouts (50 %), 12 failed, 9,877 tokens/s, 16 min 40 s left",
        "80|1,234,567 of 2,469,134 (50 %), 12 failed, 9,877 tokens/s, 16 min 40 s left",
        "70|1,234,567 of 2,469,134, 12 failed, 9,877 tokens/s, 16 min 40 s left",
        "60|50 %, 12 failed, 9,877 tokens/s, 16 min 40 s left",
        "40|50 %, 12 failed, 16 min 40 s left",
        "25|50 %, 16 min 40 s left",
        "10|50 %"
      })
  void theLineSaysWhatFits(int columns, String line) {
    assertThat(ProgressLine.text(HALF, columns)).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 20, 40, 60, 80, 200})
  void onATerminalItIsWrittenOverAndNeverBreaks(int columns) {
    StringWriter err = new StringWriter();
    ProgressLine progress = new ProgressLine(new PrintWriter(err), OptionalInt.of(columns));
    progress.accept(
        new Progress(
            2_469_134,
            0,
            2_469_134,
            12,
            9_876_543_210L,
            Duration.ofHours(100),
            Optional.of(Duration.ofHours(99))));
    progress.end();

    assertThat(err.toString()).startsWith("\r").endsWith("\u001b[K" + System.lineSeparator());
    assertThat(err.toString().replaceAll("\r|\u001b.K|\n", "")).hasSizeLessThan(columns);
  }

  @Test
  void noTimeIsSaidBeforeItIsKnown() {
    Progress early = new Progress(0, 40, 100, 0, 800, Duration.ofSeconds(2), Optional.empty());

    assertThat(ProgressLine.text(early))
        .isEqualTo("40 of 100 rollouts (40 %), 0 failed, 400 tokens/s, time left not known yet");
    assertThat(ProgressLine.text(early, 60)).isEqualTo("40 of 100 (40 %), 400 tokens/s");
  }

  @Test
  void elsewhereItIsALine() {
    StringWriter err = new StringWriter();
    ProgressLine progress = new ProgressLine(new PrintWriter(err), OptionalInt.empty());
    progress.accept(
        new Progress(8, 0, 8, 0, 80, Duration.ofSeconds(2), Optional.of(Duration.ZERO)));
    progress.end();

    assertThat(err)
        .hasToString("8 of 8 rollouts (100 %), 0 failed, 40 tokens/s, 0 min 00 s left\n");
  }
}
