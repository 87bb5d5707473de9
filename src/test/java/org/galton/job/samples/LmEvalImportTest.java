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
import org.galton.samplelog.LmEvalLog;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LmEvalImportTest {
  private static final Path LOGS =
      Path.of("src/test/resources/org/galton/job/tiny-org__tiny-model");
  private static final Path SUMS = LOGS.resolve("samples_sums_2026-01-31T12-00-00.123456.jsonl");
  private static final Path REPEATED =
      LOGS.resolve("samples_repeated_2026-01-31T12-00-00.123456.jsonl");

  @TempDir private Path folder;

  /** As the last import left them. */
  private Query tables;

  @Test
  void countsAndPassAt1AreThoseOfTheLog() throws IOException {
    ImportResult result = read(SUMS, "strict-match");

    assertThat(result.added()).isEqualTo(4);
    assertThat(
            query(
                "SELECT model, task, scorer, count(*) AS n, sum(CAST(correct AS INT)) AS c,"
                    + " count_if(status = 'unparsed') AS unparsed FROM scores GROUP BY ALL"))
        .containsExactly(
            "{\"model\":\"tiny-org/tiny-model\",\"task\":\"sums\","
                + "\"scorer\":\"lm-eval/strict-match/exact_match\",\"n\":4,\"c\":2,\"unparsed\":1}");
    assertThat(
            query(
                "SELECT text, reference, rollout_index, completion, answer FROM rollouts JOIN"
                    + " prompts USING (prompt_id) JOIN scores USING (prompt_id, rollout_index)"
                    + " WHERE reference = '56'"))
        .containsExactly(
            "{\"text\":\"Question: 7*8\\nAnswer:\",\"reference\":\"56\",\"rollout_index\":0,"
                + "\"completion\":\"It is 54\",\"answer\":\"54\"}");
    assertThat(query("SELECT DISTINCT sampling FROM books"))
        .containsExactly(
            "{\"sampling\":\"do_sample=true temperature=0.7 until=[\\\"\\\\n\\\\n\\\"]\"}");
    assertThat(query("SELECT DISTINCT substr(generation, 1, 9) AS mark FROM rollouts"))
        .containsExactly("{\"mark\":\"imported-\"}");
  }

  @Test
  void aSecondImportAddsNothing() throws IOException {
    read(SUMS, "strict-match");
    ImportResult again = read(SUMS, "strict-match");

    assertThat(again.added()).isZero();
    assertThat(again.books()).singleElement().matches(books -> books.reused() == 4);
    assertThat(query("SELECT count(*) AS n FROM rollouts")).containsExactly("{\"n\":4}");
    assertThat(query("SELECT count(*) AS n FROM scores")).containsExactly("{\"n\":4}");
    assertThat(query("SELECT count(*) AS n FROM prompts")).containsExactly("{\"n\":4}");
  }

  @Test
  void anotherFilterJudgesTheSameRollouts() throws IOException {
    read(SUMS, "strict-match");
    ImportResult flexible = read(SUMS, "flexible-extract");

    assertThat(flexible.added()).isZero();
    assertThat(
            query(
                "SELECT scorer, sum(CAST(correct AS INT)) AS c FROM scores GROUP BY scorer"
                    + " ORDER BY scorer"))
        .containsExactly(
            "{\"scorer\":\"lm-eval/flexible-extract/exact_match\",\"c\":3}",
            "{\"scorer\":\"lm-eval/strict-match/exact_match\",\"c\":2}");
    assertThat(query("SELECT count(*) AS n FROM rollouts")).containsExactly("{\"n\":4}");
  }

  @Test
  void ofRepeatedResponsesAFilterJudgesTheFirst() throws IOException {
    ImportResult result = read(REPEATED, "score-first");

    assertThat(result.books()).singleElement().matches(b -> b.scored() == 4 && b.unscored() == 8);
    assertThat(
            query(
                "SELECT rollout_index, sum(CAST(correct AS INT)) AS c FROM scores"
                    + " GROUP BY rollout_index ORDER BY rollout_index"))
        .containsExactly(
            "{\"rollout_index\":0,\"c\":2}",
            "{\"rollout_index\":1,\"c\":null}",
            "{\"rollout_index\":2,\"c\":null}");
  }

  @Test
  void aVoteJudgesNoResponse() throws IOException {
    assertThat(read(REPEATED, "maj@3").books())
        .singleElement()
        .matches(books -> books.scored() == 0 && books.unscored() == 12);
    assertThat(query("SELECT DISTINCT error FROM scores"))
        .containsExactly("{\"error\":\"filter 'maj@3' has one verdict on all 3 responses\"}");
  }

  @Test
  void aCompletionOrVerdictThatContradictsWhatIsStoredIsRefused() throws IOException {
    read(SUMS, "strict-match");

    assertThatThrownBy(() -> read(changed("\"It is 54\"", "\"It is 55\""), "strict-match"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageMatching(
            "Cannot import .* line 2: rollout 0 of prompt [0-9a-f]{32} is stored with another"
                + " completion; import into another --output");
    assertThatThrownBy(
            () -> read(changed("\"exact_match\": 0.0", "\"exact_match\": 1.0"), "strict-match"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(" line 2: rollout 0 of prompt ")
        .hasMessageEndingWith(" is stored with another verdict; import into another --output");
    assertThat(query("SELECT count(*) AS n FROM rollouts")).containsExactly("{\"n\":4}");
  }

  @Test
  void severalFiltersWantAName() {
    assertThatThrownBy(() -> read(SUMS, null))
        .isInstanceOf(InvalidInput.class)
        .hasMessageEndingWith(
            " line 5: a second filter, of [flexible-extract, strict-match], expected one filter;"
                + " name it with --filter");
    assertThatThrownBy(() -> read(SUMS, "none"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageEndingWith(
            ": no line has filter 'none', expected one of [flexible-extract, strict-match]");
  }

  @Test
  void anUnknownShapeIsNamedWithItsLineAndLeavesNothing() throws IOException {
    Path cut = changed("\"target_hash\"", "\n\"target_hash\"");
    assertThatThrownBy(() -> read(cut, "strict-match"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot import " + cut + " line 1: not JSON (")
        .hasMessageContaining("expected a sample of lm-evaluation-harness: {\"doc_id\": …");
    assertThatThrownBy(
            () -> read(changed("\"resps\": [[\"It is 54\"]]", "\"resps\": [3]"), "strict-match"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageEndingWith(
            " line 2: 'resps' is [3], expected one list of texts in a list, [[\"…\"]]");
    assertThatThrownBy(
            () -> read(changed("\"exact_match\": 0.0", "\"exact_match\": 0.5"), "strict-match"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageEndingWith(
            " line 2: 'exact_match' is 0.5, expected 0 or 1; name a metric of right and wrong with"
                + " --metric");
    assertThatThrownBy(() -> read(changed("\"arg_1\": {", "\"arg_2\": {"), "strict-match"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(" line 1: 'arguments' is {")
        .hasMessageContaining(", expected a generation task's {\"gen_args_0\": ");
    assertThat(folder.resolve("out/rollouts")).doesNotExist();
  }

  @Test
  void anEmptyLogAPromptTwiceAndAFileThatIsNotThereAreRefused() throws IOException {
    Path empty = write("");
    assertThatThrownBy(() -> read(empty, null))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Cannot import " + empty + ": it is empty, expected a sample log of lm-eval");
    String first = Files.readAllLines(SUMS).get(0);
    assertThatThrownBy(() -> read(write(first + "\n" + first + "\n"), null))
        .isInstanceOf(InvalidInput.class)
        .hasMessageMatching(
            "Cannot import .* line 2: rollout 0 of prompt .* stands in this log twice; remove one");
    assertThatThrownBy(() -> read(folder.resolve("m/samples_x_2026-01-31T1.jsonl"), null))
        .isInstanceOf(InvalidInput.class)
        .hasMessageEndingWith("m/samples_x_2026-01-31T1.jsonl: no such file");
    assertThatThrownBy(() -> read(folder.resolve("m/x.jsonl"), null))
        .isInstanceOf(InvalidInput.class)
        .hasMessageEndingWith("its name is not samples_TASK_TIME.jsonl; name the task with --task");
  }

  /** The harness counts every document once: 1 of 2 here, for the second one is wrong. */
  @Test
  void documentsThatShareTextAndTargetStayPromptsOfOneCluster() throws IOException {
    String first = Files.readAllLines(SUMS).get(0);
    String second =
        first.replace("\"doc_id\": 0", "\"doc_id\": 7").replace("match\": 1.0", "match\": 0.0");
    Path log = write(first + "\n" + second + "\n");

    assertThat(read(log, null).added()).isEqualTo(2);
    assertThat(read(log, null).added()).isZero();
    assertThat(
            query(
                "SELECT count(DISTINCT prompt_id) AS prompts, count(DISTINCT cluster) AS clusters,"
                    + " CAST(avg(CAST(correct AS INT)) AS DOUBLE) AS mean FROM scores JOIN prompts"
                    + " USING (prompt_id)"))
        .containsExactly("{\"prompts\":2,\"clusters\":1,\"mean\":0.5}");
  }

  @Tag("whole")
  @Test
  void aLogOfManyFilesIsTheSameAfterAnImportThatWasCutShort() throws IOException {
    StringBuilder many = new StringBuilder();
    String first = Files.readAllLines(SUMS).get(0);
    for (int i = 0; i < 2 * ImportWriter.ROLLOUTS_IN_FILE + 5; i++) {
      many.append(first.replace("12+30", i + "+30")).append('\n');
    }
    Path log = write(many.toString());
    read(log, null);
    List<Path> files = parquet("out/rollouts");
    assertThat(files).hasSize(3);
    Files.delete(files.get(1));

    ImportResult resumed = read(log, null);

    assertThat(resumed.added()).isBetween(1L, (long) ImportWriter.ROLLOUTS_IN_FILE);
    assertThat(parquet("out/rollouts")).isEqualTo(files);
    assertThat(query("SELECT count(DISTINCT prompt_id) AS n, count(*) AS m FROM rollouts"))
        .containsExactly("{\"n\":8197,\"m\":8197}");
  }

  private ImportResult read(Path log, String filter) throws IOException {
    LmEvalLog.Options options =
        new LmEvalLog.Options(
            Optional.empty(), Optional.empty(), Optional.ofNullable(filter), Optional.empty());
    tables = null;
    return new SampleImport(LocalSpark.session(), "test")
        .run(new LmEvalLog(options), log.toString(), folder.resolve("out").toString(), List.of());
  }

  private Path changed(String from, String to) throws IOException {
    return write(Files.readString(SUMS).replace(from, to));
  }

  private Path write(String text) throws IOException {
    Path log = folder.resolve("tiny-org__tiny-model").resolve(SUMS.getFileName());
    Files.createDirectories(log.getParent());
    return Files.writeString(log, text);
  }

  private List<Path> parquet(String below) throws IOException {
    try (var files = Files.walk(folder.resolve(below))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
  }

  private List<String> query(String sql) {
    if (tables == null) {
      tables = Query.over(LocalSpark.session(), Optional.of(folder.resolve("out").toString()));
    }
    return tables.json(sql);
  }
}
