package org.galton.job.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.LocalSpark;
import org.galton.job.query.Query;
import org.galton.job.run.RunTables;
import org.galton.samplelog.OpenAiBatchLog;
import org.galton.spec.InvalidInput;
import org.galton.task.Judge;
import org.galton.task.judge.NumericJudge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OpenAiBatchImportTest {
  private static final Path FILES = Path.of("src/test/resources/org/galton/job/openai-batch");
  private static final Path OUTPUT = FILES.resolve("output.jsonl");
  private static final Optional<String> QUESTIONS = file("questions.jsonl");
  private static final Optional<String> REQUESTS = file("requests.jsonl");
  private static final List<Judge> NUMERIC = List.of(NumericJudge.withDefaults());

  @TempDir private Path folder;

  /** As the last import left them. */
  private Query tables;

  /** Of q1 one of two is right, of q2 one of three, and of q3 none was drawn. */
  @Test
  void questionsAreJudgedAndAFailedRequestFailsAllItsChoices() throws IOException {
    ImportResult result = read(OUTPUT, QUESTIONS, REQUESTS, NUMERIC);

    assertThat(result.books())
        .singleElement()
        .matches(b -> b.generated() == 5 && b.scored() == 5 && b.failed() == 2)
        .matches(b -> b.requested() == 7 && b.model().equals("gpt-tiny-2026-01-01"))
        .matches(b -> b.sampling().equals("max_tokens=64 temperature=0.7"))
        .matches(b -> b.scorer().equals(NumericJudge.withDefaults().scorer()));
    assertThat(
            query(
                "SELECT attributes['id'] AS id, rollout_index AS i, r.status AS drawn, completion,"
                    + " completion_tokens AS tokens, s.status AS judged, answer, correct, r.error"
                    + " FROM rollouts r JOIN prompts USING (prompt_id) LEFT JOIN scores s"
                    + " USING (prompt_id, rollout_index) ORDER BY id, i"))
        .containsExactly(
            row("q1", 0, "complete", "\"It is 42\"", "4", "\"scored\"", "\"42\"", "true", "null"),
            row("q1", 1, "complete", "\"It is 41\"", "4", "\"scored\"", "\"41\"", "false", "null"),
            row("q2", 0, "complete", "\"56\"", "null", "\"scored\"", "\"56\"", "true", "null"),
            row(
                "q2",
                1,
                "truncated",
                "\"Let me think about 5\"",
                "null",
                "\"unparsed\"",
                "null",
                "false",
                "null"),
            row(
                "q2",
                2,
                "complete",
                "\"I cannot help with that\"",
                "null",
                "\"unparsed\"",
                "null",
                "false",
                "null"),
            row(
                "q3",
                0,
                "failed",
                "null",
                "null",
                "null",
                "null",
                "null",
                "\"HTTP 429: Rate limit reached\""),
            row(
                "q3",
                1,
                "failed",
                "null",
                "null",
                "null",
                "null",
                "null",
                "\"HTTP 429: Rate limit reached\""));
  }

  /** As a thinking model's answer lacks them; what an endpoint asks for again has failed here. */
  @Test
  void anAnswerIsReadAsAnEndpointsIs() throws IOException {
    String log = Files.readString(OUTPUT);
    String cut =
        log.lines()
            .skip(1)
            .findFirst()
            .orElseThrow()
            .replace("\"content\": \"It is 41\"", "\"reasoning\": \"It is 4\"")
            .replace("\"finish_reason\": \"stop\"", "\"finish_reason\": \"length\"");
    String aborted =
        cut.replace("q1-1", "q1-0")
            .replace("\"finish_reason\": \"length\"", "\"finish_reason\": \"abort\"");
    read(
        Files.writeString(folder.resolve("cut.jsonl"), cut + "\n" + aborted + "\n"),
        QUESTIONS,
        REQUESTS,
        NUMERIC);

    assertThat(
            query(
                "SELECT r.status AS drawn, completion, completion_tokens AS tokens, correct,"
                    + " r.error FROM rollouts r LEFT JOIN scores s USING (prompt_id, rollout_index)"
                    + " ORDER BY drawn"))
        .containsExactly(
            "{\"drawn\":\"failed\",\"completion\":null,\"tokens\":null,\"correct\":null,"
                + "\"error\":\"the server ended a choice with finish_reason abort, which is neither"
                + " stop nor length\"}",
            "{\"drawn\":\"truncated\",\"completion\":\"\",\"tokens\":4,\"correct\":false,"
                + "\"error\":null}");
  }

  @Test
  void requestsAloneBringRolloutsWithoutVerdicts() throws IOException {
    ImportResult result = read(OUTPUT, Optional.empty(), REQUESTS, List.of());

    assertThat(result.books())
        .singleElement()
        .matches(b -> b.scored() == 0 && b.unscored() == 5 && b.failed() == 2)
        .matches(b -> b.scorer().equals("none"));
    assertThat(
            query(
                "SELECT text, count(*) AS n, max(rollout_index) AS last FROM rollouts"
                    + " JOIN prompts USING (prompt_id) GROUP BY text ORDER BY text"))
        .containsExactly(
            "{\"text\":\"12+30=?\",\"n\":2,\"last\":1}",
            "{\"text\":\"7*8=?\",\"n\":3,\"last\":2}",
            "{\"text\":\"90-17=?\",\"n\":2,\"last\":1}");
    assertThat(folder.resolve("out/scores")).doesNotExist();
    RunTables run =
        RunTables.latest(
            folder.resolve("out").toString(), "import-openai-batch", new Configuration());
    assertThat(run.sample(run.books().get(0), 4)).isEmpty();
    assertThat(
            query(
                "SELECT sum(n) AS n, sum(unscored) AS unscored, sum(failed) AS failed"
                    + " FROM prompt_statistics"))
        .containsExactly("{\"n\":0,\"unscored\":5,\"failed\":2}");
    assertThat(query("SELECT value, prompts_short FROM metrics WHERE metric = 'pass@k' AND k = 1"))
        .containsExactly("{\"value\":null,\"prompts_short\":3}");
  }

  @Test
  void aJudgeCanComeLaterAndARetryReplacesWhatFailed() throws IOException {
    read(OUTPUT, QUESTIONS, REQUESTS, List.of());
    assertThat(read(OUTPUT, QUESTIONS, REQUESTS, NUMERIC).added()).isZero();
    assertThat(query("SELECT count(*) AS n FROM scores")).containsExactly("{\"n\":5}");

    String answered = Files.readAllLines(OUTPUT).get(1).replace("It is 41", "73");
    Path retried =
        Files.writeString(folder.resolve("retried.jsonl"), answered.replace("q1-1", "q3") + "\n");
    ImportResult repaired = read(retried, QUESTIONS, REQUESTS, NUMERIC);
    assertThat(repaired.added()).isEqualTo(1);
    assertThat(repaired.books())
        .singleElement()
        .matches(b -> b.requested() == 7 && b.reused() == 5 && b.scored() == 6 && b.failed() == 1);
    assertThat(read(OUTPUT, QUESTIONS, REQUESTS, NUMERIC).added()).isZero();
    assertThat(query("SELECT status, count(*) AS n FROM rollouts GROUP BY ALL ORDER BY status"))
        .containsExactly(
            "{\"status\":\"complete\",\"n\":5}",
            "{\"status\":\"failed\",\"n\":2}",
            "{\"status\":\"truncated\",\"n\":1}");
  }

  @Test
  void whatContradictsOrIsUnknownIsNamedWithItsLine() throws IOException {
    assertThatThrownBy(() -> read(OUTPUT, Optional.empty(), Optional.empty(), NUMERIC))
        .isInstanceOf(InvalidInput.class)
        .hasMessageEndingWith(
            ": a batch's output does not hold its prompts, expected --questions or --requests");
    String log = Files.readString(OUTPUT);
    refused(
        log.replace("\"q1-0\"", "\"q9-0\""),
        " line 4: 'custom_id' is \"q9-0\", expected an id of the --questions, or one with the"
            + " rollout's number, as in q1-0");
    int last = log.lastIndexOf("gpt-tiny-2026-01-01");
    refused(
        log.substring(0, last) + log.substring(last).replace("2026-01-01", "2026-02-02"),
        " line 4: 'response.body.model' is \"gpt-tiny-2026-02-02\", expected gpt-tiny-2026-01-01 as"
            + " in the lines before; --model NAME takes them for one");
    refused(
        log.lines().limit(1).toList().get(0),
        " line 1: no response names the model, expected a name after --model");
    refused(
        log.replace("\"choices\"", "\"output\""),
        " line 2: no 'response.body.choices', expected a line of a batch's output: {\"custom_id\":"
            + " …, \"response\": {\"status_code\": …, \"body\": {\"model\": …, \"choices\": […]}},"
            + " \"error\": …}");
    Path cut = Files.writeString(folder.resolve("cut.jsonl"), log.substring(0, log.length() - 9));
    assertThatThrownBy(() -> read(cut, QUESTIONS, Optional.empty(), NUMERIC))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot import " + cut + " line 4: not JSON (");
    assertThat(folder.resolve("out/rollouts")).doesNotExist();
  }

  private void refused(String log, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("wrong.jsonl"), log);
    assertThatThrownBy(() -> read(file, QUESTIONS, Optional.empty(), NUMERIC))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Cannot import " + file + message);
  }

  private ImportResult read(
      Path log, Optional<String> questions, Optional<String> requests, List<Judge> judges)
      throws IOException {
    tables = null;
    return new SampleImport(LocalSpark.session(), "test")
        .run(
            new OpenAiBatchLog(
                new OpenAiBatchLog.Options(Optional.empty(), "sums", questions, requests, judges)),
            log.toString(),
            folder.resolve("out").toString(),
            judges);
  }

  private static Optional<String> file(String name) {
    return Optional.of(FILES.resolve(name).toString());
  }

  private static String row(String id, int index, String drawn, String... rest) {
    return "{\"id\":\"%s\",\"i\":%d,\"drawn\":\"%s\",\"completion\":%s,\"tokens\":%s,\"judged\":%s,\"answer\":%s,\"correct\":%s,\"error\":%s}"
        .formatted(id, index, drawn, rest[0], rest[1], rest[2], rest[3], rest[4], rest[5]);
  }

  private List<String> query(String sql) {
    if (tables == null) {
      tables = Query.over(LocalSpark.session(), Optional.of(folder.resolve("out").toString()));
    }
    return tables.json(sql);
  }
}
