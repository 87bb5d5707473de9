package org.galton.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.spec.InvalidInput;
import org.galton.table.LabelRow;
import org.galton.table.Table;
import org.galton.table.store.TableFile;
import org.galton.view.engine.EngineLimits;
import org.galton.view.label.Labeller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels over real HTTP, written to disk and read back. */
final class LabellingTest {
  private static final String HOSTILE = "</textarea></pre><script>alert(2)</script>\u202e\u0007";

  @TempDir private Path temporary;

  private Path folder;

  @BeforeEach
  void draw() {
    folder = temporary.resolve("an [output]* folder's");
    ViewedOutput.in(folder);
  }

  private Viewer viewer(String name) {
    return Viewer.start(
        List.of(folder.toString()),
        0,
        EngineLimits.withDefaults(),
        Optional.of(new Labeller(name)));
  }

  private static String rollout(ViewClient client, int number)
      throws IOException, InterruptedException {
    return "/1/" + client.allRollouts("/1/rollouts").get(number);
  }

  private List<Path> files() throws IOException {
    Path labels = folder.resolve("labels");
    if (!Files.isDirectory(labels)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(labels)) {
      return files.sorted().toList();
    }
  }

  private static List<LabelRow> rows(Path file) {
    return new TableFile(new org.apache.hadoop.fs.Path(file.toString()), new Configuration(false))
        .rows(Table.LABELS.rows());
  }

  @Test
  void aLabelIsShownWrittenAndTakenBack() throws Exception {
    try (Viewer viewer = viewer("anna")) {
      ViewClient client = ViewClient.of(viewer);
      String rollout = rollout(client, 3);
      assertThat(client.page(rollout))
          .contains("<form method=\"post\"", "as anna", "value=\"none\" aria-pressed=\"true\"")
          .contains("<meta name=\"referrer\" content=\"same-origin\">")
          .contains("<details class=\"verdicts\"><summary>Verdicts, folded");
      assertThat(files()).as("nothing is written before the first label").isEmpty();

      Instant before = Instant.now();
      String labelled =
          client.label(rollout, "label", "wrong", "tags", " units, sign,units ", "note", "a\r\nb");
      assertThat(labelled)
          .contains("value=\"wrong\" aria-pressed=\"true\"", "value=\"units, sign\"", ">a\nb<")
          .doesNotContain("<details class=\"verdicts\">");
      assertThat(files()).hasSize(1);
      LabelRow row = rows(files().get(0)).get(0);
      assertThat(row)
          .usingRecursiveComparison()
          .ignoringFields("labelledAt")
          .isEqualTo(
              new LabelRow(
                  ViewedOutput.MODEL,
                  ViewedOutput.TASK,
                  "g1",
                  ViewedOutput.promptId(0),
                  3,
                  "wrong",
                  false,
                  List.of("units", "sign"),
                  "a\nb",
                  "anna",
                  null));
      assertThat(row.labelledAt()).isBetween(before.minusMillis(1), Instant.now());

      client.label(rollout, "label", "none");
      assertThat(client.page(rollout)).contains("no label");
      assertThat(files()).as("the one before stays for its readers").hasSize(2);
    }
    assertThat(files()).as("one file a session").hasSize(1);
    assertThat(rows(files().get(0)))
        .singleElement()
        .satisfies(
            last -> {
              assertThat(last.label()).isNull();
              assertThat(last.correct()).isNull();
              assertThat(last.note()).isNull();
            });
  }

  @Test
  void listsAreFilteredByLabelPersonAndTag() throws Exception {
    try (Viewer anna = viewer("anna");
        Viewer bert = viewer("b & <b>")) {
      ViewClient first = ViewClient.of(anna);
      ViewClient second = ViewClient.of(bert);
      first.label(rollout(first, 0), "label", "right", "tags", "x,y");
      first.label(rollout(first, 1), "label", "wrong", "tags", "y");
      first.label(rollout(first, 2), "label", "doubtful");
      first.label(rollout(first, 4), "label", "none", "note", "only this");
      second.label(rollout(second, 0), "label", "wrong");
      second.label(rollout(second, 3), "label", "right");

      Map<String, Integer> expected =
          Map.of(
              "label=right", 2,
              "label=wrong", 2,
              "label=doubtful", 1,
              "label=any", 4,
              "label=none", 116,
              "label=none&labelled_by=anna", 117,
              "label=wrong&labelled_by=b+%26+%3Cb%3E", 1,
              "tag=y", 2,
              "tag=y&label=right", 1);
      for (Map.Entry<String, Integer> filter : expected.entrySet()) {
        assertThat(first.allRollouts("/1/rollouts?" + filter.getKey()))
            .as(filter.getKey())
            .hasSize(filter.getValue());
      }
      assertThat(first.page("/1/rollouts?label=right&labelled_by=anna"))
          .contains("<span class=\"right\">right</span> <span class=\"wrong\">wrong</span>");
      assertThat(first.page(rollout(first, 0))).contains("anna", "b &amp; &lt;b&gt;");
      HttpResponse<String> refused = first.get("/1/rollouts?label=maybe");
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains("expected one of right, wrong, doubtful, any, none");
    }
  }

  @Test
  void aPersonsLatestWordCountsOfAllSessions() throws Exception {
    String rollout;
    try (Viewer viewer = viewer("anna")) {
      ViewClient client = ViewClient.of(viewer);
      rollout = rollout(client, 0);
      client.label(rollout, "label", "right", "tags", "first");
    }
    try (Viewer viewer = viewer("anna")) {
      ViewClient client = ViewClient.of(viewer);
      assertThat(client.page(rollout)).contains("value=\"first\"");
      client.label(rollout, "label", "wrong");
      assertThat(client.allRollouts("/1/rollouts?label=right")).isEmpty();
      assertThat(client.allRollouts("/1/rollouts?label=any")).hasSize(1);
    }
    assertThat(files()).as("each session's file stays").hasSize(2);
    try (Viewer reading =
        Viewer.start(List.of(folder.toString()), 0, EngineLimits.withDefaults())) {
      ViewClient client = ViewClient.of(reading);
      assertThat(client.page(rollout))
          .contains("<b class=\"wrong\">wrong</b>")
          .doesNotContain("<form method=\"post\"", "first");
      HttpResponse<String> refused = client.post(rollout, "label=right");
      assertThat(refused.statusCode()).isEqualTo(405);
      assertThat(refused.body()).contains("--labels");
    }
  }

  @Test
  void aHostileNoteAndTagStayText() throws Exception {
    try (Viewer viewer = viewer("anna")) {
      ViewClient client = ViewClient.of(viewer);
      String page =
          client.label(
              rollout(client, 0),
              "label",
              "right",
              "note",
              HOSTILE,
              "tags",
              "\"><img src=x onerror=alert(3)>");
      assertThat(page + client.page("/1/labels") + client.page("/1/rollouts?label=any"))
          .doesNotContain("<script>", "</textarea></pre>", "<img")
          .contains("&lt;script&gt;alert(2)", "&lt;img src=x");
    }
  }

  @Test
  void formsThatNoPageOfTheViewerSentAreRefused() throws Exception {
    try (Viewer viewer = viewer("anna")) {
      ViewClient client = ViewClient.of(viewer);
      String rollout = rollout(client, 0);
      String form = "label=right";
      assertThat(status(client, client.asked(rollout, form).header("Origin", client.origin())))
          .as("no cookie")
          .isEqualTo(403);
      assertThat(status(client, client.asked(rollout, form).header("Cookie", client.cookie())))
          .as("no origin")
          .isEqualTo(403);
      for (String origin :
          List.of("http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1")) {
        assertThat(
                status(
                    client,
                    client
                        .asked(rollout, form)
                        .header("Cookie", client.cookie())
                        .header("Origin", origin)))
            .as(origin)
            .isEqualTo(403);
      }
      assertThat(
              status(
                  client,
                  client
                      .asked(rollout, form)
                      .setHeader("Content-Type", "text/plain")
                      .header("Cookie", client.cookie())
                      .header("Origin", client.origin())))
          .isEqualTo(415);
      assertThat(client.post(rollout, form + "&note=" + "a".repeat(66_000)).statusCode())
          .isEqualTo(413);
      assertThat(client.post(rollout, form + "&note=%zz").statusCode()).isEqualTo(400);
      assertThat(files()).isEmpty();
    }
  }

  private static int status(ViewClient client, HttpRequest.Builder request) throws Exception {
    return client.send(request).statusCode();
  }

  @Test
  void aFormThatMeansNothingIsRefusedInWords() throws Exception {
    try (Viewer viewer = viewer("anna")) {
      ViewClient client = ViewClient.of(viewer);
      String rollout = rollout(client, 0);
      assertThat(
              client.post("/1/rollout?key=%5B%22a%22,%22b%22,%22c%22,%22d%22,0%5D", "label=right"))
          .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(404))
          .satisfies(answer -> assertThat(answer.body()).contains("nothing was written"));
      for (String place : List.of("/1/rollouts", "/2/rollout", "/", "/1/rollout")) {
        assertThat(client.post(place, "label=right").statusCode()).as(place).isEqualTo(404);
      }
      assertThat(client.post(rollout, "label=maybe").body())
          .contains("expected one of right, wrong, doubtful, none");
      assertThat(client.post(rollout, "note=a").statusCode()).isEqualTo(400);
      assertThat(client.post(rollout, "label=right&tags=" + "a".repeat(61)).body())
          .contains("at most 20, each of at most 60 characters");
      assertThat(client.post(rollout, "label=right&note=" + "a".repeat(10_001)).body())
          .contains("it has 10001 characters; expected at most 10000");
      assertThat(files()).isEmpty();
    }
  }

  /** What a viewer that was killed while it wrote leaves is a hidden name. */
  @Test
  void aHalfWrittenFileIsSeenByNobodyAndClearedUpInTime() throws Exception {
    Path labels = Files.createDirectory(folder.resolve("labels"));
    Path dead = labels.resolve(".labels-20260101T000000-0-000001.parquet.dead");
    Path young = labels.resolve(".labels-20260101T000000-0-000002.parquet.young");
    Files.writeString(dead, "PAR1 half");
    Files.writeString(young, "PAR1 half");
    Files.setLastModifiedTime(dead, FileTime.from(Instant.now().minusSeconds(7200)));
    try (Viewer viewer = viewer("anna")) {
      ViewClient client = ViewClient.of(viewer);
      assertThat(client.allRollouts("/1/rollouts?label=none")).hasSize(120);
      client.label(rollout(client, 0), "label", "right");
      assertThat(client.allRollouts("/1/rollouts?label=right")).hasSize(1);
      assertThat(dead).doesNotExist();
      assertThat(young).as("another viewer may be writing it").exists();
    }
  }

  @Test
  void labelsThatComeAtOnceAreAllThere() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(4);
    try (Viewer viewer = viewer("anna")) {
      ViewClient client = ViewClient.of(viewer);
      List<String> rollouts = client.allRollouts("/1/rollouts").subList(0, 16);
      List<Callable<String>> labels =
          IntStream.range(0, 16)
              .<Callable<String>>mapToObj(
                  i ->
                      () ->
                          client.label(
                              "/1/" + rollouts.get(i), "label", i % 2 == 0 ? "right" : "wrong"))
              .toList();
      for (Future<String> done : clients.invokeAll(labels)) {
        assertThat(done.get()).contains("aria-pressed=\"true\"");
      }
      assertThat(client.allRollouts("/1/rollouts?label=right")).hasSize(8);
    } finally {
      clients.shutdownNow();
    }
    assertThat(files()).hasSize(1);
    assertThat(rows(files().get(0))).hasSize(16);
  }

  @Test
  void aLabelThatCannotBeWrittenIsNotTaken() throws Exception {
    try (Viewer viewer = viewer("anna")) {
      ViewClient client = ViewClient.of(viewer);
      client.label(rollout(client, 0), "label", "right");
      for (Path file : files()) {
        Files.delete(file);
      }
      Files.delete(folder.resolve("labels"));
      Files.writeString(folder.resolve("labels"), "in the way");
      HttpResponse<String> answer = client.post(rollout(client, 1), "label=wrong");
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).contains("This label was not written", "Cannot ");

      Files.delete(folder.resolve("labels"));
      client.label(rollout(client, 1), "label", "wrong");
      assertThat(client.allRollouts("/1/rollouts?label=any"))
          .as("the first one is still known")
          .hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " anna", "an\nna"})
  void aNameTellsPeopleApart(String name) {
    assertThatThrownBy(() -> new Labeller(name))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot label as '" + name + "': expected --as with a name");
  }

  @Test
  void aFolderThatCannotBeLabelledIsSaidBeforeTheStart() throws Exception {
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("labels"), elsewhere);
    assertThatThrownBy(() -> viewer("anna"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(
            "labels is no folder; expected none, or one that the viewer has made");
    Files.delete(folder.resolve("labels"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    if (!Files.isWritable(folder)) { // Whoever is root writes everywhere.
      assertThatThrownBy(() -> viewer("anna"))
          .isInstanceOf(InvalidInput.class)
          .hasMessageContaining("it cannot be written to; label a copy of it");
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
