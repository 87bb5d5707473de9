package org.galton.job.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.galton.console.LocalSpark;
import org.galton.job.query.Query;
import org.galton.samplelog.VerlLog;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerlImportTest {
  private static final Path LOG = Path.of("src/test/resources/org/galton/job/verl/20.jsonl");

  @TempDir private Path folder;

  @Test
  void countsOfEachPromptAreThoseOfTheLogAndASecondImportAddsNothing() throws IOException {
    assertThat(read(LOG, Optional.empty()).added()).isEqualTo(7);
    assertThat(read(LOG, Optional.empty()).added()).isZero();

    assertThat(
            Query.over(LocalSpark.session(), Optional.of(folder.resolve("out").toString()))
                .json(
                    "SELECT model, scorer, reference, count(*) AS n, max(rollout_index) AS last,"
                        + " sum(CAST(correct AS INT)) AS c, count_if(status = 'unparsed') AS u"
                        + " FROM scores JOIN prompts USING (prompt_id) GROUP BY ALL"
                        + " ORDER BY reference"))
        .containsExactly(
            "{\"model\":\"m@20\",\"scorer\":\"verl/acc\",\"reference\":\"42\",\"n\":4,\"last\":3,"
                + "\"c\":2,\"u\":1}",
            "{\"model\":\"m@20\",\"scorer\":\"verl/acc\",\"reference\":\"56\",\"n\":3,\"last\":2,"
                + "\"c\":1,\"u\":1}");
  }

  @Test
  void aScoreThatIsNoVerdictAndAMissingKeyAreNamedWithTheirLine() throws IOException {
    assertThatThrownBy(() -> read(LOG, Optional.of("score")))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot import "
                + LOG
                + " line 2: 'score' is -1.0, expected 0 or 1; name another key with --verdict");
    Path other =
        Files.writeString(
            folder.resolve("1.jsonl"), Files.readString(LOG).replace("\"output\"", "\"text\""));
    assertThatThrownBy(() -> read(other, Optional.empty()))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot import "
                + other
                + " line 1: no 'output', expected a rollout of verl: {\"input\": …, \"output\": …,"
                + " \"gts\": …, \"score\": …, \"step\": …}");
  }

  @Test
  void whatItsScorersPutForNoAnswerIsNone() throws IOException {
    String line =
        "{\"input\": \"How many?\", \"output\": \"I give up %d\", \"gts\": \"7\", \"score\": %s,"
            + " \"step\": 10, \"acc\": %s, \"pred\": \"%s\"}\n";
    Path log =
        Files.writeString(
            folder.resolve("10.jsonl"),
            line.formatted(0, "-1.0", "false", "[INVALID]")
                + line.formatted(1, "-1.0", "false", "[INVALID]")
                + line.formatted(2, "1.0", "true", "7"));
    read(log, Optional.empty());
    assertThat(
            Query.over(LocalSpark.session(), Optional.of(folder.resolve("out").toString()))
                .json("SELECT status, count(*) AS n FROM scores GROUP BY status ORDER BY status"))
        .containsExactly("{\"status\":\"scored\",\"n\":1}", "{\"status\":\"unparsed\",\"n\":2}");
  }

  private ImportResult read(Path log, Optional<String> verdict) throws IOException {
    return new SampleImport(LocalSpark.session(), "test")
        .run(
            new VerlLog(new VerlLog.Options("m", "sums", verdict)),
            log.toString(),
            folder.resolve("out").toString(),
            List.of());
  }
}
