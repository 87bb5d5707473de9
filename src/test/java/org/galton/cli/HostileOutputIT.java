package org.galton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.galton.model.endpoint.MisbehavingServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that writes what databases, browsers, terminals and file systems might obey. */
@Tag("slow")
final class HostileOutputIT {
  private static final String SCRIPT = "</script><script>document.title='owned'</script>";
  private static final List<String> TEXTS =
      List.of(
          "'; DROP TABLE rollouts; --",
          SCRIPT + "<img src=x onerror=\"document.title='owned'\">",
          "\u001b[2J\u001b]0;owned\u0007\u009b31m red \u202e backwards",
          "../../../../owned/..\\..\\owned\u0000.parquet",
          "{{ page }} {% include '/etc/passwd' %} ${jndi:ldap://owned}",
          "answer=" + "9".repeat(10_000_000),
          "half a pair \ud83d and more",
          "line\r\nline\u2028line,\"quoted\"\t");

  @TempDir private static Path folder;

  private static MisbehavingServer server;
  private static InstalledGalton galton;

  @BeforeAll
  static void sweep() throws Exception {
    server =
        new MisbehavingServer(
            MisbehavingServer.Script.FLAWLESS,
            (prompt, seed, serial) -> TEXTS.get(Math.floorMod(prompt.hashCode(), TEXTS.size())));
    galton = new InstalledGalton(folder);
    StringBuilder questions = new StringBuilder();
    ObjectMapper json = new ObjectMapper();
    for (int text = 0; text < TEXTS.size(); text++) {
      questions
          .append(
              json.createObjectNode()
                  .put("id", "../q" + text)
                  // The hash of one character is its code point.
                  .put("prompt", Character.toString('a' + Math.floorMod(text - 'a', TEXTS.size())))
                  .put("reference", SCRIPT))
          .append('\n');
    }
    Files.writeString(folder.resolve("questions.jsonl"), questions);
    Files.writeString(
        folder.resolve("sweep.yaml"),
        """
        sweep: hostile
        seed: 1
        output: tables
        models: ["%s"]
        tasks: [{name: questions, kind: jsonl, path: questions.jsonl, judge: exact}]
        sampling: {temperature: 1.0, max_tokens: 100000}
        rollouts: 2
        """
            .formatted(server.source("revision=../../owned")));
    assertThat(galton.run("sweep", "sweep.yaml")).as(galton.err()).isZero();
    assertThat(obeyed(galton.out() + galton.err())).isEmpty();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    galton.close();
  }

  @Test
  void tablesHoldEveryTextAsItWas() throws Exception {
    List<String> found = new ArrayList<>();
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT DISTINCT completion FROM read_parquet('"
                    + folder.resolve("tables/rollouts")
                    + "/**/*.parquet')")) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            TEXTS.stream().map(text -> text.replace('\ud83d', '?')).toList());
  }

  @Test
  void theTerminalIsNotMadeToObey() throws Exception {
    assertThat(galton.run("sql", "--output", "tables", "SELECT completion FROM rollouts")).isZero();
    assertThat(galton.out()).contains("DROP TABLE", "\\u001b[2J");
    assertThat(obeyed(galton.out())).isEmpty();
    assertThat(galton.out().lines().map(String::length)).allMatch(length -> length < 200);

    assertThat(
            galton.run(
                "sql",
                "--json",
                "--output",
                "tables",
                "SELECT DISTINCT completion FROM rollouts WHERE length(completion) < 1000"))
        .isZero();
    assertThat(obeyed(galton.out())).isEmpty();
    List<String> found = new ArrayList<>();
    for (JsonNode row : new ObjectMapper().readTree(galton.out())) {
      found.add(row.get("completion").asText());
    }
    assertThat(found).hasSize(TEXTS.size() - 1).contains(TEXTS.get(2), TEXTS.get(7));
  }

  @Test
  void theReportShowsThemAndRunsNone() throws Exception {
    String page = report();

    // Not assertThat(page): a failure would print all of it.
    assertThat(page.contains("&lt;/script&gt;&lt;script&gt;")).isTrue();
    assertThat(page.contains(SCRIPT)).isFalse();
    assertThat(page.contains("<img src=x")).isFalse();
    assertThat(obeyed(page)).isEmpty();
    assertThat(page.length()).isLessThan(2_000_000);
  }

  @Test
  void nothingIsWrittenBesideWhatTheSpecNames() throws Exception {
    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries.map(entry -> entry.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "an installation", "err", "out", "questions.jsonl", "sweep.yaml", "tables");
    }
    try (Stream<Path> entries = Files.walk(folder)) {
      assertThat(entries.map(entry -> entry.getFileName().toString()))
          .noneMatch(name -> name.equals("owned"));
    }
  }

  private static String report() throws Exception {
    try (Stream<Path> entries = Files.walk(folder.resolve("tables"))) {
      return Files.readString(
          entries.filter(entry -> entry.toString().endsWith(".html")).findFirst().orElseThrow());
    }
  }

  /** Characters other than line ends and tabs that a terminal acts on. */
  private static List<String> obeyed(String text) {
    return text.codePoints()
        .filter(
            point ->
                (Character.isISOControl(point) && point != '\n' && point != '\t')
                    || point == 0x202e)
        .mapToObj(Integer::toHexString)
        .distinct()
        .toList();
  }
}
