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
import org.galton.samplelog.OpenAiBatchLog;
import org.galton.samplelog.SampleLog;
import org.galton.samplelog.VerlLog;
import org.galton.spec.InvalidInput;
import org.galton.task.Judge;
import org.galton.task.judge.ChoiceJudge;
import org.galton.task.judge.ExactJudge;
import org.galton.task.judge.MathJudge;
import org.galton.task.judge.NumericJudge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that Galton's own judges judge. */
final class JudgedImportTest {
  private static final Path LOGS = Path.of("src/test/resources/org/galton/job");
  private static final Path SUMS =
      LOGS.resolve("tiny-org__tiny-model/samples_sums_2026-01-31T12-00-00.123456.jsonl");
  private static final Judge MATH = MathJudge.withDefaults();
  private static final Judge CHOICE = ChoiceJudge.withDefaults();
  private static final Judge EXACT = new ExactJudge(ExactJudge.LetterCase.DISTINGUISHED);

  @TempDir private Path folder;

  @Test
  void figuresAreTheFirstJudgesAndTheOthersStandBeside() throws IOException {
    Path questions =
        file(
            "questions.jsonl",
            "{\"id\": \"q1\", \"prompt\": \"Which barks?\", \"reference\": \"B\", \"choices\":"
                + " [\"cat\", \"dog\"]}");
    Path log =
        file(
            "log.jsonl",
            answer("q1-0", "The answer is (B).", "stop"),
            answer("q1-1", "B", "stop"),
            answer("q1-2", "The answer is (A).", "stop"),
            answer("q1-3", "The answer is (B).", "length"));

    ImportResult result = run(batch(questions, CHOICE, EXACT), log, CHOICE, EXACT);

    assertThat(result.books())
        .singleElement()
        .matches(b -> b.scorer().equals(CHOICE.scorer()) && b.scored() == 4 && b.generated() == 4);
    assertThat(
            query(
                "SELECT split_part(scorer, '/', 1) AS judge, rollout_index AS i, answer, correct,"
                    + " found_by FROM scores ORDER BY judge, i"))
        .containsExactly(
            "{\"judge\":\"choice\",\"i\":0,\"answer\":\"B\",\"correct\":true,\"found_by\":\"phrase\"}",
            "{\"judge\":\"choice\",\"i\":1,\"answer\":\"B\",\"correct\":true,\"found_by\":\"last line\"}",
            "{\"judge\":\"choice\",\"i\":2,\"answer\":\"A\",\"correct\":false,\"found_by\":\"phrase\"}",
            "{\"judge\":\"choice\",\"i\":3,\"answer\":null,\"correct\":false,\"found_by\":\"truncated\"}",
            "{\"judge\":\"jsonl-exact\",\"i\":0,\"answer\":\"The answer is"
                + " (B).\",\"correct\":false,\"found_by\":null}",
            "{\"judge\":\"jsonl-exact\",\"i\":1,\"answer\":\"B\",\"correct\":true,\"found_by\":null}",
            "{\"judge\":\"jsonl-exact\",\"i\":2,\"answer\":\"The answer is"
                + " (A).\",\"correct\":false,\"found_by\":null}",
            "{\"judge\":\"jsonl-exact\",\"i\":3,\"answer\":null,\"correct\":false,\"found_by\":\"truncated\"}");
    assertThat(run(batch(questions, EXACT), log, EXACT).books())
        .singleElement()
        .matches(b -> b.scorer().equals(EXACT.scorer()) && b.generated() == 0 && b.scored() == 4);
  }

  /** A cut before the answer is no wrong answer, and one behind it is no right one. */
  @Test
  void aCutCompletionIsWrongAndTellsWhatTheJudgeWouldHaveSaid() throws IOException {
    Path questions =
        file("questions.jsonl", "{\"id\": \"q1\", \"prompt\": \"7*3=?\", \"reference\": \"21\"}");
    Path log =
        file(
            "log.jsonl",
            answer("q1-0", "The answer is 21. And so", "length"),
            answer("q1-1", "The answer is 20. And so", "length"),
            answer("q1-2", "Let me think about", "length"),
            answer("q1-3", "I don't know.", "length"),
            answer("q1-4", "Let me think about", "stop"));

    ImportResult result = run(batch(questions, MATH), log, MATH);

    assertThat(result.books()).singleElement().matches(b -> b.scored() == 5);
    assertThat(
            query(
                "SELECT status, correct, abstained, found_by, detail FROM scores"
                    + " ORDER BY rollout_index"))
        .containsExactly(
            truncated("without the token limit: right, answer 21 (phrase)"),
            truncated("without the token limit: wrong, answer 20 (phrase)"),
            truncated("no answer before the token limit"),
            truncated("declined to answer before the token limit"),
            "{\"status\":\"unparsed\",\"correct\":false,\"abstained\":false,\"found_by\":null,"
                + "\"detail\":\"no answer\"}");
  }

  private static String truncated(String detail) {
    return "{\"status\":\"unparsed\",\"correct\":false,\"abstained\":false,\"found_by\":"
        + "\"truncated\",\"detail\":\""
        + detail
        + "\"}";
  }

  /** Of four completions the log calls two right; the number 54 stands where 56 is wanted. */
  @Test
  void aLogsOwnVerdictsStayBesideThoseOfAJudge() throws IOException {
    ImportResult result = run(lmEval(), SUMS, NumericJudge.withDefaults());

    assertThat(result.books())
        .singleElement()
        .matches(b -> b.scorer().equals(NumericJudge.withDefaults().scorer()) && b.scored() == 4);
    assertThat(
            query(
                "SELECT split_part(scorer, '/', 1) AS judge, count(*) AS n,"
                    + " sum(CAST(correct AS INT)) AS c FROM scores GROUP BY ALL ORDER BY judge"))
        .containsExactly(
            "{\"judge\":\"jsonl-numeric\",\"n\":4,\"c\":3}",
            "{\"judge\":\"lm-eval\",\"n\":4,\"c\":2}");
    assertThat(query("SELECT spec LIKE '%judges:%jsonl-numeric/%' AS told FROM runs"))
        .containsExactly("{\"told\":true}");
  }

  @Test
  void judgesThatNeedWhatALogDoesNotHaveRefuseBeforeAnythingIsWritten() throws IOException {
    assertThatThrownBy(() -> run(lmEval(), SUMS, CHOICE))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith(
            "Cannot import "
                + SUMS
                + " line 1: its reference is '42', expected a letter of the options")
        .hasMessageContaining(
            "and a key 'choices' with a list of 2 to 26 texts, for the judge " + CHOICE.scorer());
    Path verl =
        file("7.jsonl", "{\"input\": \"q\", \"output\": \"3\", \"score\": 1.0, \"step\": 7}");
    assertThatThrownBy(
            () -> run(new VerlLog(new VerlLog.Options("m", "t", Optional.empty())), verl, MATH))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot import " + verl + " line 1: its reference is '', expected");
    assertThat(folder.resolve("out/rollouts")).doesNotExist();
    assertThat(folder.resolve("out/prompts")).doesNotExist();
  }

  @Test
  void questionsThatAJudgeCannotUseAreNamedWithTheirLines() throws IOException {
    Path log = file("log.jsonl", answer("q1", "A", "stop"));
    Path questions =
        file(
            "questions.jsonl",
            "{\"id\": \"q1\", \"prompt\": \"?\", \"reference\": \"A\", \"choices\": [\"a\", \"b\"]}",
            "{\"id\": \"q2\", \"prompt\": \"??\", \"reference\": \"A\"}");
    assertThatThrownBy(() -> run(batch(questions, CHOICE), log, CHOICE))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot read " + questions + " line 2: reference 'A', expected");
    OpenAiBatchLog.Options requests =
        new OpenAiBatchLog.Options(
            Optional.empty(), "t", Optional.empty(), Optional.of(log.toString()), List.of(MATH));
    assertThatThrownBy(() -> run(new OpenAiBatchLog(requests), log, MATH))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot import "
                + log
                + ": --requests hold no references, expected --questions for --judge");
    assertThat(folder.resolve("out/rollouts")).doesNotExist();
  }

  /** Rollouts of an import without questions lie in the same files and have no reference. */
  @Test
  void rolloutsWithoutAReferenceStayWithoutAVerdict() throws IOException {
    Path log = file("log.jsonl", answer("q1", "3", "stop"));
    Path requests =
        file(
            "requests.jsonl",
            "{\"custom_id\": \"q1\", \"body\": {\"messages\": [{\"role\": \"user\", \"content\":"
                + " \"2+1=?\"}]}}");
    Path questions =
        file("questions.jsonl", "{\"id\": \"q1\", \"prompt\": \"2+1=?\", \"reference\": \"3\"}");
    OpenAiBatchLog.Options alone =
        new OpenAiBatchLog.Options(
            Optional.empty(), "t", Optional.empty(), Optional.of(requests.toString()), List.of());
    run(new OpenAiBatchLog(alone), log);

    run(batch(questions, MATH), log, MATH);

    assertThat(query("SELECT status, correct, error FROM scores ORDER BY status"))
        .containsExactly(
            "{\"status\":\"scored\",\"correct\":true,\"error\":null}",
            "{\"status\":\"unscored\",\"correct\":null,\"error\":\"its reference is none that the"
                + " judge can use\"}");
  }

  private ImportResult run(SampleLog log, Path path, Judge... judges) throws IOException {
    return new SampleImport(LocalSpark.session(), "test")
        .run(log, path.toString(), folder.resolve("out").toString(), List.of(judges));
  }

  private static SampleLog batch(Path questions, Judge... judges) {
    return new OpenAiBatchLog(
        new OpenAiBatchLog.Options(
            Optional.empty(),
            "t",
            Optional.of(questions.toString()),
            Optional.empty(),
            List.of(judges)));
  }

  private static SampleLog lmEval() {
    return new LmEvalLog(
        new LmEvalLog.Options(
            Optional.empty(), Optional.empty(), Optional.of("strict-match"), Optional.empty()));
  }

  private static String answer(String id, String text, String finish) {
    return ("{\"custom_id\": \"%s\", \"response\": {\"status_code\": 200, \"body\": {\"model\":"
            + " \"m\", \"choices\": [{\"index\": 0, \"message\": {\"role\": \"assistant\","
            + " \"content\": \"%s\"}, \"finish_reason\": \"%s\"}]}}, \"error\": null}")
        .formatted(id, text, finish);
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  private List<String> query(String sql) {
    return Query.over(LocalSpark.session(), Optional.of(folder.resolve("out").toString()))
        .json(sql);
  }
}
