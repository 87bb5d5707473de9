package org.galton.study.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.galton.cli.Galton;
import org.galton.view.ViewClient;
import org.galton.view.Viewer;
import org.galton.view.engine.EngineLimits;
import org.galton.view.label.Labeller;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Commands end the Spark session of the process, so no test with one of its own shares it. */
final class JudgesIT {
  @TempDir private static Path folder;

  private static String runs;
  private static String swept;

  private record Ended(int code, String out, String err) {}

  @BeforeAll
  static void drawAndJudge() {
    runs = folder.resolve("runs").toString();
    swept = complete("sweep", "examples/judges.yaml", "--set", "output=" + runs);
  }

  @Test
  void aSweepSetsTheJudgesOfATaskBesideEachOther() {
    assertThat(swept)
        .containsPattern("numeric.*  +128  +111  +17 ")
        .containsPattern("regex.*  +128  +0  +128 ");
    assertThat(complete("check", "--output", runs)).contains("nothing is wrong");
    assertThat(folder.resolve("runs/judges-report.html"))
        .content()
        .contains("<a href=\"#judges\">Judges</a>")
        .contains("Completions on which two judges disagree");
    // The first judge's verdicts alone are what figures are made of.
    assertThat(complete("sql", "--output", runs, "SELECT sum(correct) AS c FROM prompt_statistics"))
        .contains("111");
  }

  @Test
  void aJudgeThatIsAddedLaterDrawsNothingAndKeepsTheVerdictsThatAreThere() {
    String later = folder.resolve("later").toString();
    String spec = "examples/questions.yaml";
    assertThat(complete("sweep", spec, "--set", "output=" + later)).contains("128 drawn now");
    String[] again = {
      "sweep", "examples/judges.yaml", "--set", "output=" + later, "--set", "sweep=questions"
    };
    assertThat(complete(again))
        .contains("0 drawn now, 128 already there")
        .contains("128 judged now");
    assertThat(
            complete(
                "sql",
                "--output",
                later,
                "SELECT count(*) AS n, count(DISTINCT scorer) AS s FROM scores"))
        .containsPattern("256 +2");
  }

  /** Beside the place that this model was trained to write its answer in. */
  @Tag("slow")
  @Test
  void onAThousandCompletionsOfAModelNoJudgeCallsAWrongAnswerRight() throws IOException {
    String many = folder.resolve("many").toString();
    Path spec = folder.resolve("many.yaml");
    String text = Files.readString(Path.of("examples/judges.yaml"));
    Files.writeString(
        spec,
        text.substring(0, text.indexOf("      - judge: regex"))
            + "      - judge: numeric\n      - judge: math\n"
            + "sampling: {temperature: 1.0, max_tokens: 64}\nrollouts: 128\n");
    complete("sweep", spec.toString(), "--set", "output=" + many);
    String[] counts =
        complete(
                "sql",
                "--output",
                many,
                "SELECT 'row' AS r, count(*) AS n, sum(int(b.correct AND NOT a.correct)) AS"
                    + " false_right, sum(int(a.correct AND NOT b.correct)) AS false_wrong FROM"
                    + " scores a JOIN scores b ON a.prompt_id = b.prompt_id AND a.rollout_index ="
                    + " b.rollout_index WHERE a.scorer LIKE '%marker=answer=%' AND a.scorer <>"
                    + " b.scorer")
            .lines()
            .filter(line -> line.startsWith("row"))
            .findFirst()
            .orElseThrow()
            .split(" +", -1);
    assertThat(counts[1]).isEqualTo("2048");
    assertThat(counts[2]).as("called right, and wrong").isEqualTo("0");
    assertThat(Integer.parseInt(counts[3])).as("called wrong, and right").isLessThan(20);
  }

  @Test
  void textsThatMayNotBeShownAreNot() throws IOException {
    Path questions = folder.resolve("hidden.jsonl");
    Files.writeString(
        questions,
        Files.readString(Path.of("examples/questions.jsonl"))
            .replace("{\"id\"", "{\"texts\": \"hidden\", \"id\""));
    String hidden = folder.resolve("hidden").toString();
    complete(
        "sweep",
        "examples/judges.yaml",
        "--set",
        "output=" + hidden,
        "--set",
        "tasks.0.path=" + questions);
    assertThat(complete("judges", hidden))
        .contains("(hidden: these texts may not be shown)")
        .doesNotContain("answer=2146");
    assertThat(folder.resolve("hidden/judges-report.html"))
        .content()
        .contains("Completions on which two judges disagree")
        .doesNotContain("answer=2146")
        .doesNotContain("37*58");
  }

  @Test
  void labelsOfPeopleSayHowGoodAJudgeIs() throws IOException {
    Path labels = folder.resolve("labels.csv");
    StringBuilder rows = new StringBuilder("prompt_id,rollout_index,correct\n");
    complete(
            "sql",
            "--output",
            runs,
            "SELECT 'row' AS r, prompt_id, rollout_index, correct FROM scores WHERE scorer LIKE"
                + " '%numeric%' ORDER BY prompt_id, rollout_index")
        .lines()
        .filter(line -> line.startsWith("row"))
        .map(line -> line.trim().split(" +", -1))
        // People call every fourth completion wrong, whatever the judge says.
        .forEach(
            row ->
                rows.append(row[1])
                    .append(',')
                    .append(row[2])
                    .append(',')
                    .append(Integer.parseInt(row[2]) % 4 != 0 && row[3].equals("true"))
                    .append('\n'));
    Files.writeString(labels, rows);

    String alone = folder.resolve("alone").toString();
    assertThat(complete("judges", runs, "--labels", labels.toString(), "--output", alone))
        .contains("Judges held against labels")
        .contains("Report: " + alone);
    String figures =
        complete(
            "sql",
            "--output",
            alone,
            "SELECT 'row' AS r, both_right, first_only, second_only, both_wrong, round(recall, 3),"
                + " round(corrected_rate, 3) FROM agreements WHERE first = 'labels' AND second LIKE"
                + " '%numeric%'");
    String[] row =
        figures
            .lines()
            .filter(line -> line.startsWith("row"))
            .findFirst()
            .orElseThrow()
            .split(" +", -1);
    int right = Integer.parseInt(row[1]);
    int tooGood = Integer.parseInt(row[3]);
    assertThat(right + tooGood).isEqualTo(111);
    assertThat(row[2]).isEqualTo("0");
    assertThat(row[5]).isEqualTo("1.0");
    // A judge that misses nothing: theta = (p + q0 - 1) / q0 is what people say, over all prompts.
    assertThat(Double.parseDouble(row[6])).isCloseTo(right / 128.0, within(0.001));
    assertThat(complete("again", alone, "--json")).contains("\"first\" : \"labels\"");
  }

  /** As the viewer wrote them: its page and this command say the same of each judge. */
  @Test
  void labelsOfTheViewerAreReadAsTheyAre() throws Exception {
    assertThat(galton("judges", runs, "--labels").err())
        .contains("nobody has labelled a rollout there; label some with ./galton view");
    assertThat(galton("view", runs, "--as", "anna").err())
        .contains("nothing is labelled without --labels");
    assertThat(galton("view", runs, "--labels", "--export", folder + "/pages").err())
        .contains("Cannot label with --export");
    String page;
    try (Viewer anna = viewer("anna");
        Viewer bert = viewer("bert")) {
      ViewClient client = ViewClient.of(anna);
      List<String> rollouts = client.allRollouts("/1/rollouts?verdict=right");
      for (int i = 0; i < 24; i++) {
        client.label("/1/" + rollouts.get(4 * i), "label", i % 5 == 0 ? "wrong" : "right");
      }
      client.label("/1/" + rollouts.get(1), "label", "doubtful", "note", "\"a, 'b'\nc");
      ViewClient second = ViewClient.of(bert);
      second.label("/1/" + rollouts.get(0), "label", "right"); // Anna calls it wrong.
      second.label("/1/" + rollouts.get(4), "label", "wrong");
      second.label("/1/" + rollouts.get(4), "label", "right");
      List<String> keys = rollouts.stream().map(JudgesIT::key).toList();
      String wrong =
          client.allRollouts("/1/rollouts").stream()
              .filter(rollout -> !keys.contains(key(rollout)))
              .findFirst()
              .orElseThrow();
      client.label("/1/" + wrong, "label", "wrong");
      page = client.page("/1/labels");
    }
    List<String> before = labelFiles();
    assertThat(before).as("one for each session").hasSize(2);

    String alone = folder.resolve("of-viewer").toString();
    assertThat(complete("judges", runs, "--labels", "--output", alone))
        .contains(
            "Judges held against labels",
            "Labels passed over: 1 that is neither right nor wrong, 1 rollout on which people differ");
    assertThat(complete("judges", runs, "--labels", runs + "/labels", "--json"))
        .contains("\"undecided\" : 1", "\"differing\" : 1", "\"elsewhere\" : 0");
    String[] rows =
        complete(
                "sql",
                "--output",
                alone,
                "SELECT 'row' AS r, kappa, both_right, first_only, second_only, both_wrong,"
                    + " round(kappa_low, 4) AS low, round(kappa_high, 4) AS high"
                    + " FROM agreements WHERE first = 'labels' ORDER BY second")
            .lines()
            .filter(line -> line.startsWith("row"))
            .toArray(String[]::new);
    assertThat(rows).hasSize(2);
    for (String row : rows) {
      String[] cells = row.split(" +", -1);
      assertThat(page)
          .contains("<td class=\"n\">" + cells[1] + "</td>")
          .contains(">%s</a>".formatted(cells[2]), ">%s</a>".formatted(cells[5]));
    }
    assertThat(page).contains("People differ on one rollout, which is left out.");

    assertThat(
            complete(
                "sql",
                "--output",
                runs,
                "SELECT count(*) AS n, count(label) AS l, count(correct) AS c,"
                    + " date_format(max(labelled_at), 'yyyy') AS y FROM labels"))
        .containsPattern("28 +28 +27 +20[0-9]{2}");
    assertThat(complete("check", "--output", runs)).contains("nothing is wrong");
    complete("compact", "--output", runs);
    assertThat(labelFiles()).isEqualTo(before);
  }

  private static String key(String rollout) {
    return rollout.substring(rollout.indexOf("key="));
  }

  private static Viewer viewer(String name) {
    return Viewer.start(
        List.of(runs), 0, EngineLimits.withDefaults(), Optional.of(new Labeller(name)));
  }

  private static List<String> labelFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(runs, "labels"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatCannotBeComparedIsRefused() throws IOException {
    assertThat(galton("judges", folder.resolve("nowhere").toString()).err())
        .contains("no finished run with a summary is there");
    assertThat(galton("judges", runs, "--show", "-1").err())
        .contains("--show")
        .contains("expected a whole number from 0 to 1,000");
    Path labels = folder.resolve("bad.csv");
    Files.writeString(labels, "prompt_id,rollout_index,correct\nabc,0,perhaps\n");
    assertThat(galton("judges", runs, "--labels", labels.toString()).err())
        .contains("prompt_id 'abc': column 'correct' is 'perhaps'; expected true or false");
    Files.writeString(labels, "prompt_id,rollout_index,correct\nabc,0,true\n");
    assertThat(galton("judges", runs, "--labels", labels.toString()).err())
        .contains("none is of a rollout that was judged");
    Files.writeString(labels, "prompt_id,rollout_index,correct\nabc,0,true\nabc,0,false\n");
    assertThat(galton("judges", runs, "--labels", labels.toString()).err())
        .contains("prompt 'abc' and rollout 0 are labelled twice");
    Files.writeString(labels, "prompt_id,correct\nabc,true\n");
    assertThat(galton("judges", runs, "--labels", labels.toString()).err())
        .contains("no column 'rollout_index'");
  }

  private static String complete(String... arguments) {
    Ended ended = galton(arguments);
    assertThat(ended.code()).as(ended.err()).isZero();
    return ended.out();
  }

  private static Ended galton(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Galton.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return new Ended(Galton.run(command, arguments), out.toString(), err.toString());
  }
}
