package org.galton.job.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.galton.console.LocalSpark;
import org.galton.job.query.Query;
import org.galton.samplelog.InspectLog;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class InspectImportTest {
  private static final Path LOG =
      Path.of("src/test/resources/org/galton/job/inspect/2026-01-31T12-00-00+00-00_sums_abc.json");

  @TempDir private Path folder;

  /** As the last import left them. */
  private Query tables;

  /**
   * Inspect's accuracy of this log, in its results: each sample's mean over its scored epochs, 1/2,
   * 1/2, 1/1 and 2/2, and of these the mean, 0.75.
   */
  @Test
  void countsAndPassAt1AreThoseOfTheLog() throws IOException {
    ImportResult result = read(LOG);

    assertThat(result.added()).isEqualTo(7);
    assertThat(result.books())
        .singleElement()
        .matches(b -> b.scored() == 7 && b.unscored() == 0 && b.failed() == 1)
        .matches(b -> b.sampling().equals("max_tokens=100 solver=generate temperature=0.7"));
    assertThat(query("SELECT value, prompts FROM metrics WHERE metric = 'pass@k' AND k = 1"))
        .containsExactly("{\"value\":0.75,\"prompts\":4}");
    assertThat(
            query(
                "SELECT n, correct, unparsed, truncated, failed, completion_tokens AS tokens"
                    + " FROM prompt_statistics JOIN prompts USING (prompt_id)"
                    + " WHERE reference IN ('73', '[\"56\"]') ORDER BY reference"))
        .containsExactly(
            "{\"n\":1,\"correct\":1,\"unparsed\":0,\"truncated\":0,\"failed\":1,\"tokens\":5}",
            "{\"n\":2,\"correct\":1,\"unparsed\":1,\"truncated\":1,\"failed\":0,"
                + "\"tokens\":10}");
    assertThat(
            query(
                "SELECT model, task, scorer, count(*) AS n, count_if(correct) AS c,"
                    + " count_if(status = 'unparsed') AS unparsed FROM scores GROUP BY ALL"))
        .containsExactly(
            "{\"model\":\"mockllm/model\",\"task\":\"sums\",\"scorer\":\"inspect/match\",\"n\":7,"
                + "\"c\":5,\"unparsed\":1}");
    assertThat(
            query(
                "SELECT rollout_index, status, completion, prompt_tokens, completion_tokens,"
                    + " seconds, error FROM rollouts JOIN prompts USING (prompt_id)"
                    + " WHERE reference = '73' ORDER BY rollout_index"))
        .containsExactly(
            "{\"rollout_index\":0,\"status\":\"failed\",\"completion\":null,\"prompt_tokens\":null,"
                + "\"completion_tokens\":null,\"seconds\":null,"
                + "\"error\":\"RuntimeError('server went away')\"}",
            "{\"rollout_index\":1,\"status\":\"complete\",\"completion\":\"73\","
                + "\"prompt_tokens\":12,\"completion_tokens\":5,\"seconds\":0.75,\"error\":null}");
    assertThat(query("SELECT count(*) AS n FROM rollouts WHERE status = 'truncated'"))
        .containsExactly("{\"n\":2}");
  }

  @Test
  void samplesThatShareATextStayPromptsInOneClusterAndChatsAreOnePrompt() throws IOException {
    read(LOG);

    assertThat(
            query(
                "SELECT text, reference, count(*) AS n, count(DISTINCT cluster) AS clusters"
                    + " FROM prompts GROUP BY ALL ORDER BY text"))
        .containsExactly(
            "{\"text\":\"12+30=?\",\"reference\":\"42\",\"n\":2,\"clusters\":1}",
            "{\"text\":\"90-17=?\",\"reference\":\"73\",\"n\":1,\"clusters\":1}",
            "{\"text\":\"[{\\\"role\\\":\\\"system\\\",\\\"content\\\":\\\"Be brief.\\\"},"
                + "{\\\"role\\\":\\\"user\\\",\\\"content\\\":\\\"7*8=?\\\"}]\","
                + "\"reference\":\"[\\\"56\\\"]\",\"n\":1,\"clusters\":1}");
  }

  @ParameterizedTest
  @EnumSource(
      value = ZipMethod.class,
      names = {"STORED", "DEFLATED", "ZSTD"})
  void anArchiveIsTheSameLog(ZipMethod method) throws IOException {
    read(LOG);

    ImportResult again = read(archive(method, "header.json"));

    assertThat(again.added()).isZero();
    assertThat(again.books()).singleElement().matches(b -> b.reused() == 7);
    assertThat(query("SELECT count(*) AS n FROM rollouts")).containsExactly("{\"n\":8}");
    assertThat(query("SELECT count(*) AS n FROM prompts")).containsExactly("{\"n\":4}");
  }

  @Test
  void anArchiveWithoutAHeaderHasThatOfItsStart() throws IOException {
    assertThat(read(archive(ZipMethod.DEFLATED, "_journal/start.json")).added()).isEqualTo(7);
    Path headless = archive(ZipMethod.DEFLATED, "other.json");
    assertThatThrownBy(() -> read(headless))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith(
            "Cannot import " + headless + ": no header.json in it, expected a log of Inspect: {");
  }

  @Test
  void aPartialScoreNeedsAThreshold() throws IOException {
    Path partial = changed("\"value\": \"I\"", "\"value\": \"P\"");
    assertThatThrownBy(() -> read(partial))
        .isInstanceOf(InvalidInput.class)
        .hasMessageMatching(
            "Cannot import .* line [0-9]+: score 'match' is \"P\", expected 0 or 1 \\(I or C\\);"
                + " name the least value that is right with --right-from");

    assertThat(read(partial, Optional.empty(), OptionalDouble.of(0.5)).books())
        .singleElement()
        .matches(b -> b.scorer().equals("inspect/match{right_from=0.5}"));
    assertThat(query("SELECT count_if(correct) AS c FROM scores")).containsExactly("{\"c\":6}");
  }

  @Test
  void severalScoresWantANameAndANaNIsNoVerdict() throws IOException {
    Path two =
        changed("\"scores\": {", "\"scores\": {\"strict\": {\"value\": NaN, \"answer\": \"1\"},");
    assertThatThrownBy(() -> read(two))
        .isInstanceOf(InvalidInput.class)
        .hasMessageMatching(
            "Cannot import .* line [0-9]+: scores \\[match, strict], expected one score; name it"
                + " with --score");
    assertThatThrownBy(() -> read(two, Optional.of("exact"), OptionalDouble.empty()))
        .isInstanceOf(InvalidInput.class)
        .hasMessageEndingWith(": no score 'exact', expected one of [match, strict]");

    assertThat(read(two, Optional.of("strict"), OptionalDouble.empty()).books())
        .singleElement()
        .matches(b -> b.scored() == 0 && b.unscored() == 7 && b.failed() == 1);
  }

  @Test
  void whatIsNoLogOfThisFormatIsNamedAndLeavesNothing() throws IOException {
    assertThatThrownBy(() -> read(changed("\"version\": 2", "\"version\": 3")))
        .isInstanceOf(InvalidInput.class)
        .hasMessageEndingWith(
            ": 'version' is 3, expected 2; inspect log convert writes logs anew in its own"
                + " version");
    Path cut =
        Files.writeString(folder.resolve("cut.json"), Files.readString(LOG).substring(0, 4000));
    assertThatThrownBy(() -> read(cut))
        .isInstanceOf(InvalidInput.class)
        .hasMessageMatching(
            "Cannot import " + cut + " line [0-9]+: not JSON \\(.*expected a log of Inspect: .*");
    assertThatThrownBy(() -> read(changed("\"value\": \"I\"", "\"value\": [1, 0]")))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(": score 'match' is [1,0], expected C, I, P, N, a number or a truth");
    Path whole = archive(ZipMethod.DEFLATED, "header.json");
    byte[] bytes = Files.readAllBytes(whole);
    Path torn = Files.write(folder.resolve("torn.eval"), Arrays.copyOf(bytes, bytes.length - 100));
    assertThatThrownBy(() -> read(torn))
        .isInstanceOf(InvalidInput.class)
        .hasMessageMatching(
            "Cannot import "
                + torn
                + ": no whole zip archive \\(.*\\), expected a .eval file of Inspect");
    assertThat(folder.resolve("out/rollouts")).doesNotExist();
  }

  private ImportResult read(Path log) throws IOException {
    return read(log, Optional.empty(), OptionalDouble.empty());
  }

  private ImportResult read(Path log, Optional<String> score, OptionalDouble rightFrom)
      throws IOException {
    tables = null;
    return new SampleImport(LocalSpark.session(), "test")
        .run(
            new InspectLog(new InspectLog.Options(score, rightFrom)),
            log.toString(),
            folder.resolve("out").toString(),
            List.of());
  }

  private Path changed(String from, String to) throws IOException {
    return Files.writeString(
        folder.resolve("changed.json"), Files.readString(LOG).replace(from, to));
  }

  /** As Inspect lays one out. */
  private Path archive(ZipMethod method, String header) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode log = (ObjectNode) json.readTree(LOG.toFile());
    JsonNode samples = log.remove("samples");
    Path file = folder.resolve(method + ".eval");
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
      for (JsonNode sample : samples) {
        String name =
            "samples/%s_epoch_%s.json"
                .formatted(sample.get("id").asText(), sample.get("epoch").asText());
        put(zip, method, name, json.writeValueAsBytes(sample));
      }
      put(zip, method, header, json.writeValueAsBytes(log));
    }
    return file;
  }

  private static void put(ZipArchiveOutputStream zip, ZipMethod method, String name, byte[] content)
      throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setMethod(method.getCode());
    entry.setSize(content.length);
    CRC32 crc = new CRC32();
    crc.update(content);
    entry.setCrc(crc.getValue());
    if (method == ZipMethod.ZSTD) {
      byte[] packed = Zstd.compress(content);
      entry.setCompressedSize(packed.length);
      zip.addRawArchiveEntry(entry, new ByteArrayInputStream(packed));
      return;
    }
    zip.putArchiveEntry(entry);
    zip.write(content);
    zip.closeArchiveEntry();
  }

  private List<String> query(String sql) {
    if (tables == null) {
      tables = Query.over(LocalSpark.session(), Optional.of(folder.resolve("out").toString()));
    }
    return tables.json(sql);
  }
}
