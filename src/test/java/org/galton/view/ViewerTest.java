package org.galton.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.galton.spec.InvalidInput;
import org.galton.view.engine.EngineLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages over real HTTP, of tables that Galton's own writer wrote. */
final class ViewerTest {
  private static final int ALL = ViewedOutput.PROMPTS * ViewedOutput.ROLLOUTS;

  @TempDir static Path temporary;

  private static Path folder;
  private static Viewer viewer;
  private static ViewClient client;

  @BeforeAll
  static void start() throws Exception {
    folder = temporary.resolve("an [output]* folder's");
    ViewedOutput.in(folder);
    viewer = Viewer.start(List.of(folder.toString()), 0, EngineLimits.withDefaults());
    client = ViewClient.of(viewer);
  }

  @AfterAll
  static void stop() {
    viewer.close();
  }

  @Test
  void runsAreListedWithTheirBooks() throws Exception {
    assertThat(client.page("/"))
        .contains(
            "run-20260101-000000-000-00000000",
            "&lt;s&gt;",
            "1\u202fmin 30\u202fs",
            "failures, or a gate missed",
            "12,000",
            "A model judged &lt;em&gt;itself&lt;/em&gt;.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "shuffled",
        "longest",
        "shortest",
        "likeliest",
        "unlikeliest",
        "surest",
        "unsurest"
      })
  void everyRolloutIsOnceOnThePagesOfAnyOrder(String order) throws Exception {
    assertThat(client.allRollouts("/1/rollouts?sort=" + order))
        .hasSize(ALL)
        .doesNotHaveDuplicates();
  }

  @Test
  void aShuffledListBeginsWithRolloutsOfAllPrompts() throws Exception {
    List<String> shuffled = client.allRollouts("/1/rollouts?sort=shuffled");
    for (int prompt = 0; prompt < ViewedOutput.PROMPTS; prompt++) {
      String id = ViewedOutput.promptId(prompt);
      assertThat(shuffled.subList(0, 30).stream().filter(rollout -> rollout.contains(id)))
          .as(id)
          .hasSizeBetween(4, 18);
    }
    assertThat(client.allRollouts("/1/rollouts?sort=shuffled")).isEqualTo(shuffled);
  }

  @Test
  void nextAndPreviousWalkTheListInItsOrder() throws Exception {
    List<String> list = client.allRollouts("/1/rollouts?sort=likeliest&verdict=wrong");
    assertThat(list).hasSize(ALL / 2);
    for (String id : List.of("next", "previous")) {
      String address = list.get(0);
      int steps = 0;
      for (; address != null; steps++) {
        assertThat(address).isEqualTo(list.get(steps));
        address = link(client.page("/1/" + address), id);
      }
      assertThat(steps).isEqualTo(list.size());
      Collections.reverse(list);
    }
  }

  private static String link(String page, String id) {
    String begin =
        "id=\"" + id + "\" rel=\"" + (id.equals("next") ? "next" : "prev") + "\" href=\"";
    int at = page.indexOf(begin);
    return at < 0
        ? null
        : ViewClient.unescaped(
            page.substring(at + begin.length(), page.indexOf('"', at + begin.length())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "verdict=right: 60",
        "verdict=wrong: 60",
        "verdict=none: 0",
        "answer=42: 60",
        "answer=<b>41</b>: 60",
        "status=truncated: 3",
        "q=rollout 39 </pre>: 3",
        "q=ROLLOUT 39: 0",
        "q=' OR 1=1 --: 0",
        "min_tokens=139: 3",
        "max_logprob=-19: 3",
        "model=" + ViewedOutput.MODEL + ": 120",
        "task=none: 0"
      })
  void aFilterTakesItsValueAsItIs(String filtered) throws Exception {
    int value = filtered.indexOf('=') + 1;
    int expected = filtered.lastIndexOf(": ");
    String query =
        filtered.substring(0, value)
            + URLEncoder.encode(filtered.substring(value, expected), StandardCharsets.UTF_8);
    assertThat(client.allRollouts("/1/rollouts?" + query))
        .hasSize(Integer.parseInt(filtered.substring(expected + 2)));
  }

  @Test
  void aHostileCompletionStaysText() throws Exception {
    String list = client.page("/1/rollouts");
    String rollout = client.page("/1/" + client.allRollouts("/1/rollouts").get(0));
    assertThat(list + rollout)
        .doesNotContain("<script>", "<img", "<b>", "<i>", "<u>", "\u202e", "\u0007")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;\u2407\\u{202e}");
    assertThat(rollout)
        .contains(
            "answer=<mark>42</mark></pre>",
            "What is &lt;u&gt;6 · 7&lt;/u&gt;, 0?",
            "42 compared as a number &lt;img src=x&gt;",
            "100");
  }

  @Test
  void aMergeIsNeverSeenTwice() throws Exception {
    Path own = temporary.resolve("merged");
    ViewedOutput output = ViewedOutput.in(own);
    try (Viewer merging = Viewer.start(List.of(own.toString()), 0, EngineLimits.withDefaults())) {
      ViewClient reader = ViewClient.of(merging);
      assertThat(reader.allRollouts("/1/rollouts")).hasSize(ALL);
      output.rollouts("merged-0001-001-of-001", 0, ViewedOutput.ROLLOUTS);
      assertThat(reader.allRollouts("/1/rollouts")).hasSize(ALL).doesNotHaveDuplicates();
      try (Stream<Path> files = Files.walk(own)) {
        for (Path file :
            files.filter(f -> f.getFileName().toString().startsWith("rollouts-")).toList()) {
          Files.delete(file);
        }
      }
      assertThat(reader.allRollouts("/1/rollouts?verdict=right")).hasSize(ALL / 2);
    }
  }

  /** Files of failures lie beside what was drawn at a later attempt until the sweep's end. */
  @Test
  void aRolloutThatWasTriedAgainIsOneRow() throws Exception {
    Path own = temporary.resolve("failed");
    ViewedOutput output = ViewedOutput.in(own);
    output.failures("failed-a", 1, ViewedOutput.ROLLOUTS - 1, ViewedOutput.ROLLOUTS + 2);
    output.failures("failed-b", 2, ViewedOutput.ROLLOUTS, ViewedOutput.ROLLOUTS + 1);
    try (Viewer trying = Viewer.start(List.of(own.toString()), 0, EngineLimits.withDefaults())) {
      ViewClient reader = ViewClient.of(trying);
      assertThat(reader.allRollouts("/1/rollouts")).hasSize(ALL + 2).doesNotHaveDuplicates();
      List<String> failed = reader.allRollouts("/1/rollouts?status=failed");
      assertThat(failed).hasSize(2);
      assertThat(reader.page("/1/" + failed.get(0)))
          .contains("HTTP 500 &lt;b&gt;", "<dt>Attempt</dt><dd>2</dd>");
    }
  }

  @Test
  void aRolloutShowsTheTokensThatItsSweepKept() throws Exception {
    Path own = temporary.resolve("tokens");
    ViewedOutput.in(own)
        .tokens("rollouts-a", List.of(17, 4), List.of(-0.25, 0.0), List.of(0.5, 0.0));
    try (Viewer kept = Viewer.start(List.of(own.toString()), 0, EngineLimits.withDefaults())) {
      ViewClient reader = ViewClient.of(kept);
      List<String> rollouts =
          reader.allRollouts("/1/rollouts?prompt_id=" + ViewedOutput.promptId(0));
      String key = "%2C0%5D";
      String first =
          rollouts.stream().filter(place -> place.contains(key)).findFirst().orElseThrow();
      assertThat(reader.page("/1/" + first))
          .contains(
              "<th scope=\"row\" class=\"n\">1</th><td class=\"n\">17</td><td class=\"n\">"
                  + Math.exp(-0.25)
                  + "</td><td class=\"n\">-0.25</td><td class=\"n\">0.5</td>")
          .contains("<th scope=\"row\" class=\"n\">2</th><td class=\"n\">4</td>");
      String other =
          rollouts.stream().filter(place -> !place.contains(key)).findFirst().orElseThrow();
      assertThat(reader.page("/1/" + other)).doesNotContain("Token by token");
    }
  }

  @Test
  void aRolloutShowsTheTreeOfItsSearchAsAnOutline() throws Exception {
    Path own = temporary.resolve("tree");
    ViewedOutput.in(own).tree("rollouts-a");
    try (Viewer kept = Viewer.start(List.of(own.toString()), 0, EngineLimits.withDefaults())) {
      ViewClient reader = ViewClient.of(kept);
      String page =
          reader.page(
              "/1/"
                  + reader.allRollouts("/1/rollouts?prompt_id=" + ViewedOutput.promptId(0)).stream()
                      .filter(place -> place.contains("%2C0%5D"))
                      .findFirst()
                      .orElseThrow());
      String tree = page.substring(page.indexOf("<ol class=\"search\">"));
      tree = tree.substring(0, tree.indexOf("</section>"));

      assertThat(tree)
          .contains("<details open><summary><code>prompt</code> <small>q -0.100, visits 1")
          .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "\\u{202e}", "\u2424")
          .doesNotContain("<script", "\u202e");
      // 0 has 1 and 2 below it, 1 has 3: the outline goes down before it goes on.
      assertThat(tree.replaceAll("(?s)<(?!/?(ol|li|details)\\b)[^>]*>|\\s|(?<=>)[^<]+", ""))
          .isEqualTo(
              "<olclass=\"search\"><liclass=\"out\"><detailsopen><ol>"
                  + "<liclass=\"out\"><detailsopen><ol><liclass=\"out\"></li></ol></details></li>"
                  + "<li></li></ol></details></li></ol>");
    }
  }

  @Test
  void whoeverHasNoTokenSeesNothing() throws Exception {
    URI address = URI.create(viewer.address());
    for (String place : List.of("/", "/1/rollouts", "/view.js", "/?token=wrong")) {
      HttpURLConnection plain = (HttpURLConnection) address.resolve(place).toURL().openConnection();
      assertThat(plain.getResponseCode()).as(place).isEqualTo(403);
    }
  }

  @Test
  void anotherNameOfThisMachineIsRefused() throws Exception {
    URI address = URI.create(viewer.address());
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
      String request =
          "GET /?%s HTTP/1.1\r\nHost: rebound.example:%d\r\nConnection: close\r\n\r\n"
              .formatted(address.getQuery(), address.getPort());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 421 ")
          .doesNotContain("Set-Cookie");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/1/rollouts?min_tokens=ten",
        "/1/rollouts?verdict=maybe",
        "/1/prompts?min_rate=half"
      })
  void aFilterIsNeverPassedOver(String place) throws Exception {
    HttpResponse<String> page = client.get(place);
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("Cannot filter by ", "expected one ");
  }

  @Test
  void pagesForbidWhatTheyDoNotNeed() throws Exception {
    HttpResponse<String> page = client.get("/");
    assertThat(page.headers().map())
        .containsEntry("x-content-type-options", List.of("nosniff"))
        .containsEntry("referrer-policy", List.of("no-referrer"))
        .containsEntry("cache-control", List.of("no-store"));
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
        .doesNotContain("unsafe");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/none",
        "/2/rollouts",
        "/0/rollouts",
        "/1/none",
        "/1/rollout",
        "/1/rollout?key=[1]",
        "/1/rollout?key=%5B%22a%22,%22b%22,%22c%22,%22d%22,0%5D"
      })
  void aWrongAddressSaysSo(String place) throws Exception {
    HttpResponse<String> page = client.get(place);
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("Not found").doesNotContain("Exception");
  }

  @Test
  void nonsenseInPlaceAndOrderIsPassedOver() throws Exception {
    assertThat(client.allRollouts("/1/rollouts?after=%5B1&sort=y")).hasSize(ALL);
    assertThat(client.allRollouts("/1/rollouts?after=%5Bnull,%5B1,2,3,4,%22x%22%5D%5D"))
        .hasSize(ALL);
    assertThat(client.get("/1/rollouts?q=%25zz").statusCode()).isEqualTo(200);
  }

  @Test
  void aBrokenFileIsNamedWithWhatToDo() throws Exception {
    Path own = temporary.resolve("broken");
    ViewedOutput.in(own);
    try (Stream<Path> files = Files.walk(own)) {
      Path file = files.filter(f -> f.endsWith("rollouts-a.parquet")).findFirst().orElseThrow();
      Files.writeString(file, "no Parquet file at all");
    }
    try (Viewer broken = Viewer.start(List.of(own.toString()), 0, EngineLimits.withDefaults())) {
      HttpResponse<String> page = ViewClient.of(broken).get("/1/rollouts");
      assertThat(page.statusCode()).isEqualTo(500);
      assertThat(page.body()).contains("rollouts-a.parquet", "./galton check --output");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"beside ours", "alone"})
  void aForeignFileIsNamedWithWhatToDo(String where) throws Exception {
    Path own = temporary.resolve("foreign " + where);
    ViewedOutput.in(own);
    try (Stream<Path> files = Files.walk(own.resolve("rollouts"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
        Path foreign = file.resolveSibling("rollouts-foreign.parquet");
        if (where.equals("alone")) {
          Files.delete(file);
        }
        if (!Files.exists(foreign)) {
          copy("SELECT 1 AS a, 'x' AS b", foreign);
        }
      }
    }
    try (Viewer viewing = Viewer.start(List.of(own.toString()), 0, EngineLimits.withDefaults())) {
      for (String place : List.of("/1/rollouts", "/1/rollouts?sort=longest&q=x")) {
        HttpResponse<String> page = ViewClient.of(viewing).get(place);
        assertThat(page.statusCode()).as(place + page.body()).isEqualTo(500);
        assertThat(page.body()).contains("expected Parquet files that Galton wrote", "move ");
      }
    }
  }

  private static void copy(String rows, Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (%s) TO '%s' (FORMAT parquet)".formatted(rows, file.toString().replace("'", "''")));
    }
  }

  @Test
  void aSweepWithoutScoresOrRunsIsShown() throws IOException, InterruptedException {
    Path own = temporary.resolve("drawing");
    ViewedOutput.in(own);
    for (String table : List.of("runs", "scores", "books")) {
      try (Stream<Path> files = Files.walk(own.resolve(table))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
          Files.delete(file);
        }
      }
    }
    try (Viewer drawing = Viewer.start(List.of(own.toString()), 0, EngineLimits.withDefaults())) {
      ViewClient reader = ViewClient.of(drawing);
      assertThat(reader.page("/")).contains("No run has finished here yet");
      assertThat(reader.allRollouts("/1/rollouts?verdict=none")).hasSize(ALL);
    }
  }

  @Test
  void whatCannotBeViewedIsSaidBeforeTheStart() {
    EngineLimits limits = EngineLimits.withDefaults();
    String none = temporary.resolve("none").toString();
    assertThatThrownBy(() -> Viewer.start(List.of(none), 0, limits))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot view " + none + ": no such folder; expected");
    assertThatThrownBy(() -> Viewer.start(List.of(folder.resolve("runs").toString()), 0, limits))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("it holds no tables; expected an output folder");
    int port = URI.create(viewer.address()).getPort();
    assertThatThrownBy(() -> Viewer.start(List.of(folder.toString()), port, limits))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot listen on port " + port + ": ")
        .hasMessageEndingWith("leave it out to take one that is free");
  }
}
