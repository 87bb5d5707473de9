package org.galton.judging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.galton.cli.Galton;
import org.galton.model.endpoint.MisbehavingServer;
import org.galton.model.endpoint.ServerHabit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Commands end the Spark session of the process, so no test with one of its own shares it. */
final class ModelJudgeIT {
  @TempDir private Path folder;

  private record Ended(int code, String out, String err) {}

  @Test
  void aSweepIsJudgedByAModelBehindAServer() throws IOException {
    // This model calls right whatever has an answer= in it.
    try (MisbehavingServer server =
        new MisbehavingServer(
            MisbehavingServer.Script.FLAWLESS,
            (prompt, seed, serial) ->
                prompt.contains("answer=") ? "GRADE: CORRECT" : "GRADE: INCORRECT")) {
      Path spec = spec(server.source());
      Ended swept = galton("sweep", spec.toString());
      assertThat(swept.code()).as(swept.err()).isZero();
      assertThat(swept.out())
          .containsPattern("numeric.*  +128  +111  +17 ")
          .containsPattern("model/1.*  +128  +128  +0 ");
      int requests = server.requests();
      assertThat(requests).as("equal answers are asked about once").isBetween(8, 127);
      Ended tokens =
          galton(
              "sql",
              "--output",
              folder.resolve("runs").toString(),
              "SELECT sum(judge_tokens) > 0 AS spent, count(judge_tokens) AS asked FROM scores");
      assertThat(tokens.out())
          .as("all but the one that tried the judge first")
          .containsPattern("true +" + (requests - 1));

      Ended again = galton("sweep", spec.toString());
      assertThat(again.out()).contains("0 judged now");
      assertThat(server.requests()).isEqualTo(requests);
    }
  }

  /** Each run forgets what the process knows, as a new process would. */
  @Test
  void nothingIsAskedTwiceOverCellsAndRuns() throws IOException {
    try (MisbehavingServer server =
        new MisbehavingServer(
            MisbehavingServer.Script.FLAWLESS,
            (prompt, seed, serial) ->
                prompt.contains("answer=1") ? "GRADE: CORRECT" : "GRADE: NOT_ATTEMPTED")) {
      Path spec = spec(server.source());
      run(spec, "shard_rollouts=40");
      int ofFirst = server.requests();
      run(spec, "shard_rollouts=40", "rollouts=32");
      int ofSecond = server.requests();
      run(spec, "shard_rollouts=40", "rollouts=32", "sampling.temperature=0.8");

      Ended counted =
          galton(
              "sql",
              "--json",
              "--output",
              folder.resolve("runs").toString(),
              "SELECT count(*) AS judged, count(DISTINCT r.generation,"
                  + " r.rollout_index >= 16, r.prompt_id, trim(r.completion)) AS by_run,"
                  + " count(DISTINCT r.prompt_id, trim(r.completion)) AS different,"
                  + " count(DISTINCT r.generation) AS cells, count(s.judge_tokens) AS asked,"
                  + " sum(CASE WHEN s.status = 'unparsed' AND NOT s.abstained THEN 1 ELSE 0 END) AS lost"
                  + " FROM rollouts r JOIN scores s ON s.generation = r.generation"
                  + " AND s.prompt_id = r.prompt_id AND s.rollout_index = r.rollout_index"
                  + " WHERE s.scorer LIKE 'model/%' AND r.status = 'complete'");
      JsonNode row = new ObjectMapper().readTree(counted.out()).findParent("judged");
      System.out.printf(
          "%d verdicts, %d different answers by run and cell, %d in all; requests: %d in the first run, %d for twice the rollouts, %d for another sampling, one of each the trial%n",
          row.path("judged").asInt(),
          row.path("by_run").asInt(),
          row.path("different").asInt(),
          ofFirst,
          ofSecond - ofFirst,
          server.requests() - ofSecond);
      assertThat(row.path("cells").asInt()).isEqualTo(2);
      assertThat(row.path("judged").asInt()).isGreaterThan(400);
      assertThat(row.path("lost").asInt()).as("a verdict is taken over whole").isZero();
      assertThat(row.path("asked").asInt()).isEqualTo(row.path("different").asInt());
      assertThat(server.requests()).isEqualTo(row.path("different").asInt() + 3);
    }
  }

  private static void run(Path spec, String... settings) {
    KnownJudgements.ofProcess().forget();
    List<String> words = new ArrayList<>(List.of("sweep", spec.toString()));
    for (String setting : settings) {
      words.addAll(List.of("--set", setting));
    }
    Ended ended = galton(words.toArray(String[]::new));
    assertThat(ended.code()).as(ended.err()).isZero();
  }

  @Test
  void aModelThatJudgesItselfIsNamedOnce() throws IOException {
    try (MisbehavingServer server =
        new MisbehavingServer(
            MisbehavingServer.Script.FLAWLESS,
            (prompt, seed, serial) ->
                prompt.contains("GRADE") ? "GRADE: CORRECT" : "answer=" + serial % 3)) {
      String itself = "models=[\"" + server.source() + "\"]";
      Path spec = spec(server.source());
      String warning = "Model test/model judges its own answers to my-questions";
      Ended swept =
          galton(
              "sweep",
              spec.toString(),
              "--set",
              itself,
              "--set",
              "sampling=[{temperature: 0.7, max_tokens: 8}, {temperature: 1, max_tokens: 8}]");
      assertThat(swept.code()).as(swept.err()).isZero();
      assertThat(swept.err().split(Pattern.quote(warning), -1)).as(swept.err()).hasSize(2);
      String runs = folder.resolve("runs").toString();
      assertThat(galton("sql", "--json", "--output", runs, "SELECT warnings FROM runs").out())
          .contains(warning);
      assertThat(Files.readString(folder.resolve("runs/judges-report.html"))).contains(warning);
      assertThat(galton("plan", spec.toString(), "--set", itself).out()).contains(warning);
      assertThat(galton("plan", spec.toString()).out()).doesNotContain("judges its own");
    }
  }

  @Test
  void aJudgeThatIsNotThereEndsTheSweepAndLosesNothing() throws IOException {
    MisbehavingServer server =
        new MisbehavingServer(
            MisbehavingServer.Script.FLAWLESS, (prompt, seed, serial) -> "GRADE: CORRECT");
    Path spec = spec(server.source("attempts=1"));
    server.close();
    Ended ended = galton("sweep", spec.toString());
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err())
        .contains("Cannot judge with model endpoint:http://127.0.0.1")
        .contains("Cannot reach the server")
        .contains("nothing was drawn");
    assertThat(folder.resolve("runs/rollouts")).doesNotExist();
  }

  @Test
  void aJudgeThatRefusesEndsTheSweepBeforeItDraws() throws IOException {
    try (MisbehavingServer server =
        new MisbehavingServer(
            MisbehavingServer.Script.FLAWLESS,
            (prompt, seed, serial) -> "GRADE: CORRECT",
            ServerHabit.refusing(prompt -> true, 404, "The model `test/model` does not exist."))) {
      Ended ended = galton("sweep", spec(server.source()).toString());
      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.err())
          .contains("Cannot judge with model endpoint:http://127.0.0.1")
          .contains("does not exist")
          .contains("nothing was drawn");
      assertThat(folder.resolve("runs/rollouts")).doesNotExist();
    }
  }

  @Test
  void aJudgeThatCannotBeIsRefusedWithTheSpec() throws IOException {
    Ended ended =
        galton("plan", spec("builtin:abacuss").toString(), "--set", "tasks.0.judges.1.votes=2");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("abacuss");
    assertThat(
            galton("plan", spec("builtin:abacus").toString(), "--set", "tasks.0.judges.1.votes=2")
                .err())
        .contains("votes 2")
        .contains("an odd number");
    assertThat(
            galton(
                    "plan",
                    spec("builtin:abacus").toString(),
                    "--set",
                    "tasks.0.judges.1.prompt=Right?")
                .err())
        .contains("expected a text with {answer}");
  }

  private Path spec(String model) throws IOException {
    Path spec = folder.resolve("judged.yaml");
    String text = Files.readString(Path.of("examples/judges.yaml"));
    Files.writeString(
        spec,
        text.substring(0, text.indexOf("      - judge: regex"))
                .replace("output: runs/judges", "output: " + folder.resolve("runs"))
            + "      - {judge: model, model: \"%s\"}%n".formatted(model)
            + "sampling: {temperature: 1.0, max_tokens: 64}\nrollouts: 16\n");
    return spec;
  }

  private static Ended galton(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Galton.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return new Ended(Galton.run(command, arguments), out.toString(), err.toString());
  }
}
