package org.galton.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.galton.cli.Galton;
import org.galton.model.endpoint.MisbehavingServer;
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
      assertThat(tokens.out()).containsPattern("true +" + requests);

      Ended again = galton("sweep", spec.toString());
      assertThat(again.out()).contains("0 judged now");
      assertThat(server.requests()).isEqualTo(requests);
    }
  }

  @Test
  void aJudgeThatIsNotThereEndsTheSweepAndLosesNothing() throws IOException {
    MisbehavingServer server =
        new MisbehavingServer(
            MisbehavingServer.Script.FLAWLESS, (prompt, seed, serial) -> "GRADE: CORRECT");
    Path spec = spec(server.source());
    server.close();
    Ended ended = galton("sweep", spec.toString());
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err())
        .contains("Cannot judge with model endpoint:http://127.0.0.1")
        .contains("Cannot reach the server");
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
