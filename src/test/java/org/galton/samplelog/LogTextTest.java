package org.galton.samplelog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.galton.spec.InvalidInput;
import org.galton.task.judge.ExactJudge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every log's text has to be: UTF-8, one object where one is expected. */
final class LogTextTest {
  @TempDir private Path folder;

  /** A log of one rollout on its first line; {@code %s} stands in its prompt. */
  private enum Log {
    LM_EVAL(
        "{\"doc_id\": 0, \"target\": \"3\", \"arguments\": {\"gen_args_0\": {\"arg_0\": \"%s\","
            + " \"arg_1\": {}}}, \"resps\": [[\"3\"]], \"filtered_resps\": [\"3\"], \"filter\":"
            + " \"none\", \"metrics\": [\"acc\"], \"acc\": 1.0}"),
    VERL("{\"input\": \"%s\", \"output\": \"3\", \"gts\": \"3\", \"score\": 1.0, \"step\": 1}"),
    REQUESTS(
        "{\"custom_id\": \"q\", \"body\": {\"messages\": [{\"role\": \"user\", \"content\":"
            + " \"%s\"}]}}"),
    QUESTIONS("{\"id\": \"q\", \"prompt\": \"%s\", \"reference\": \"3\"}"),
    INSPECT(
        Archives.HEADER.substring(0, Archives.HEADER.length() - 1)
            + ", \"samples\": [{\"id\": \"a\", \"epoch\": 1, \"input\": \"%s\", \"target\": \"3\","
            + " \"output\": {}, \"scores\": {}}]}");

    private final String text;

    Log(String text) {
      this.text = text;
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneObjectIsRead(Log log) throws IOException {
    assertThat(read(log, bytes(log.text.formatted("2+1=?")))).containsExactly("2+1=?");
    assertThat(read(log, bytes("\uFEFF" + log.text.formatted("é") + "\r\n \n")))
        .containsExactly("é");
  }

  @ParameterizedTest
  @EnumSource
  void whatFollowsAnObjectIsNeverPassedOver(Log log) {
    for (String after : List.of("{}", " " + log.text, "x", "]", ",", " 1", "\u0001")) {
      assertThatThrownBy(() -> read(log, bytes(log.text + after)))
          .as(after)
          .isInstanceOf(InvalidInput.class)
          .hasMessageContaining(" line 1: not JSON ")
          .hasMessageContaining("(something follows the first object), expected ");
    }
  }

  @ParameterizedTest
  @EnumSource
  void bytesThatAreNotUtf8AreRefused(Log log) {
    byte[] latin = log.text.formatted("\u00e9").getBytes(ISO_8859_1);
    int place = log.text.indexOf("%s") + 1;
    assertThatThrownBy(() -> read(log, latin))
        .isInstanceOf(InvalidInput.class)
        .hasMessageMatching(
            "Cannot read .* line 1: its byte %d is 0xE9, which is not UTF-8; expected a text in UTF-8; .*"
                .formatted(place));
    assertThatThrownBy(() -> read(log, bytes(log.text.formatted("\0"))))
        .isInstanceOf(InvalidInput.class)
        .hasMessageMatching("Cannot read .* line 1: its byte %d is NUL; .*".formatted(place));
  }

  @ParameterizedTest
  @EnumSource
  void aKeyThatStandsTwiceIsRefused(Log log) {
    List<String> keys =
        Stream.of("version", "id", "custom_id", "input", "doc_id")
            .filter(key -> log.text.contains("\"" + key + "\": "))
            .toList();
    assertThat(keys).isNotEmpty();
    for (String key : keys) {
      String twice = log.text.replace("\"" + key + "\": ", "\"" + key + "\": 1, \"" + key + "\": ");
      assertThatThrownBy(() -> read(log, bytes(twice)))
          .isInstanceOf(InvalidInput.class)
          .hasMessageContaining(" line 1: not JSON ")
          .hasMessageContaining("(Duplicate field '" + key + "')");
    }
  }

  @ParameterizedTest
  @EnumSource
  void sizesAreBounded(Log log) {
    assertThatThrownBy(() -> read(log, bytes(log.text.formatted("x".repeat(20_000_001)))))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(" line 1: too large (String value length (20")
        .hasMessageContaining(
            "expected at most 20,000,000 characters a text, 500 levels and 64 MiB in all");
    String deep = log.text.replace("\"%s\"", "[".repeat(600) + "]".repeat(600));
    assertThatThrownBy(() -> read(log, bytes(deep)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(" line 1: too large (Document nesting depth (501)");
  }

  @ParameterizedTest
  @EnumSource(names = "INSPECT", mode = EnumSource.Mode.EXCLUDE)
  void aLineIsBounded(Log log) {
    byte[] line = bytes(" ".repeat((64 << 20) + 1));
    assertThatThrownBy(() -> read(log, line))
        .isInstanceOf(InvalidInput.class)
        .hasMessageEndingWith(
            " line 1: it is longer than 67,108,864 bytes, the most that one line may have; split it"
                + " or leave it out");
  }

  @Test
  void samplesOfAnInspectLogAreObjectsInOneList() {
    String log = Log.INSPECT.text;
    assertInspect(log.replace("\"samples\": [", "\"samples\": [3, "), "a sample is not an object");
    assertInspect(
        log.substring(0, log.length() - 1) + ", \"samples\": []}", "(Duplicate field 'samples')");
    assertInspect(
        log.substring(0, log.length() - 1) + ", \"plan\": {}}", "(Duplicate field 'plan')");
    assertInspect(log.substring(0, log.length() - 1), "not JSON (Unexpected end-of-input");
  }

  private void assertInspect(String log, String message) {
    assertThatThrownBy(() -> read(Log.INSPECT, bytes(log)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(message);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  /** The prompts of what is read. */
  private List<String> read(Log log, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("log.json"), bytes);
    Path output =
        Files.writeString(
            folder.resolve("output.jsonl"),
            "{\"custom_id\": \"q\", \"response\": {\"status_code\": 200, \"body\": {\"model\":"
                + " \"m\", \"choices\": [{\"index\": 0, \"text\": \"3\", \"logprobs\": {\"tokens\":"
                + " []}}]}}}");
    List<String> prompts = new ArrayList<>();
    Path read = log == Log.REQUESTS || log == Log.QUESTIONS ? output : file;
    reader(log, file.toString())
        .read(Archives.source(read, () -> {}), rollout -> prompts.add(rollout.prompt().text()));
    return prompts;
  }

  private static SampleLog reader(Log log, String file) {
    Optional<String> none = Optional.empty();
    Optional<String> given = Optional.of(file);
    return switch (log) {
      case LM_EVAL ->
          new LmEvalLog(new LmEvalLog.Options(Optional.of("m"), Optional.of("t"), none, none));
      case VERL -> new VerlLog(new VerlLog.Options("m", "t", none));
      case REQUESTS ->
          new OpenAiBatchLog(new OpenAiBatchLog.Options(none, "t", none, given, List.of()));
      case QUESTIONS ->
          new OpenAiBatchLog(
              new OpenAiBatchLog.Options(
                  none,
                  "t",
                  given,
                  none,
                  List.of(new ExactJudge(ExactJudge.LetterCase.DISTINGUISHED))));
      case INSPECT -> new InspectLog(new InspectLog.Options(none, OptionalDouble.empty()));
    };
  }
}
