package org.galton.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galton.view.engine.BoundSql;
import org.galton.view.engine.Engine;
import org.galton.view.engine.EngineLimits;
import org.galton.view.engine.FileFormat;
import org.galton.view.engine.FileListing;
import org.galton.view.engine.ViewedFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page shows, taken away as a file or as SQL, and read by a DuckDB of the reader's own. */
final class TakeawayTest {
  private static final Pattern SQL = Pattern.compile("<pre id=\"sql\">(.*?)</pre>", Pattern.DOTALL);
  private static final Pattern FILE = Pattern.compile("<a href=\"([^\"]*)\" download>");

  @TempDir static Path temporary;

  private static Path folder;
  private static Viewer viewer;
  private static ViewClient client;
  private static Connection own;

  @BeforeAll
  static void start() throws Exception {
    folder = temporary.resolve("an output's");
    ViewedOutput.in(folder);
    viewer = Viewer.start(List.of(folder.toString()), 0, EngineLimits.withDefaults());
    client = ViewClient.of(viewer);
    own = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = own.createStatement()) {
      statement.execute("SET VARIABLE output = '" + folder.toString().replace("'", "''") + "'");
      String script = Files.readString(Path.of("queries/duckdb.sql")).replaceAll("(?m)^--.*$", "");
      for (String query : script.split(";\n", -1)) {
        boolean isOfFiles =
            !query.contains("VIEW prompt_statistics") && !query.contains("VIEW metrics");
        if (!query.isBlank() && isOfFiles) {
          statement.execute(query);
        }
      }
    }
  }

  @AfterAll
  static void stop() throws SQLException {
    own.close();
    viewer.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/1/rollouts: 120",
        "/1/rollouts?verdict=right&sort=likeliest&answer=42: 60",
        "/1/rollouts?q=rollout+39+%3C%2Fpre%3E: 3",
        "/1/rollouts?status=truncated&min_tokens=3: 3",
        "/1/runs: 1"
      })
  void filesAndSqlHoldTheRowsOfThePage(String asked) throws Exception {
    String place = asked.substring(0, asked.lastIndexOf(": "));
    int expected = Integer.parseInt(asked.substring(asked.lastIndexOf(": ") + 2));
    String page = client.page(place);
    Matcher sql = SQL.matcher(page);
    assertThat(sql.find()).isTrue();
    List<String> rows = rows(unescaped(sql.group(1)));
    assertThat(rows).hasSize(expected);
    List<String> files =
        FILE.matcher(page).results().map(link -> unescaped(link.group(1))).toList();
    assertThat(files).hasSize(3);
    for (String file : files) {
      Path taken = temporary.resolve("taken" + file.replaceAll("^.*\\.(\\w+)(\\?.*)?$", ".$1"));
      Files.write(taken, client.bytes("/1/" + file));
      String read =
          taken.toString().endsWith(".csv")
              ? reader(taken, ", all_varchar = true")
              : reader(taken, "");
      assertThat(rows("SELECT * FROM " + read)).as(file).hasSize(expected);
      if (taken.toString().endsWith(".parquet")) {
        assertThat(rows("SELECT * FROM " + read)).isEqualTo(rows);
      }
    }
  }

  private static String reader(Path file, String options) {
    String name = file.toString();
    String function =
        name.endsWith(".csv") ? "read_csv" : name.endsWith(".jsonl") ? "read_json" : "read_parquet";
    return "%s('%s'%s)".formatted(function, name.replace("'", "''"), options);
  }

  private static List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = own.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getString(i));
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  @Test
  void jsonLinesHoldATextAsItIs() throws Exception {
    HttpResponse<String> file =
        client.get("/1/rollouts.jsonl?prompt_id=" + ViewedOutput.promptId(0));
    assertThat(file.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"rollouts.jsonl\"");
    assertThat(file.body().lines()).hasSize(ViewedOutput.ROLLOUTS);
    assertThat(file.body()).contains("<script>alert(1)</script>\\u0007\u202e answer=42");
  }

  @Test
  void theEngineLeavesNothingBehind() throws Exception {
    ViewedFolder viewed = ViewedFolder.of(1, folder.toString());
    Path file;
    try (Engine engine =
        Engine.over(List.of(viewed), EngineLimits.withDefaults(), FileListing.EACH_TIME)) {
      file = engine.copy(viewed, BoundSql.of("SELECT * FROM rollouts"), FileFormat.PARQUET);
      assertThat(file).isNotEmptyFile();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
          .isEqualTo("rwx------");
    }
    assertThat(file.getParent()).doesNotExist();
  }

  @Test
  void aFileThatIsNoneSaysSo() throws Exception {
    for (String place :
        List.of("/1/rollouts.xls", "/1/compare.csv", "/1/none.csv", "/2/runs.csv")) {
      assertThat(client.get(place).statusCode()).as(place).isEqualTo(404);
    }
    assertThat(client.get("/1/rollouts.csv?verdict=maybe").statusCode()).isEqualTo(400);
  }

  @Test
  void csvIsUtf8() throws Exception {
    assertThat(new String(client.bytes("/1/rollouts.csv"), StandardCharsets.UTF_8))
        .startsWith("model,task,generation,prompt_id,rollout_index,")
        .contains("\u202e answer=42");
  }
}
