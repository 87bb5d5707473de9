package org.galton.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real sweeps of the embedded model whose processes are really killed. */
@Tag("whole")
final class SweepResumeIT {
  private static final int PROMPTS = 6;
  private static final int ROLLOUTS = 64;
  private static final int SHARD = 32;
  private static final int GAMES = 24;
  private static final int EPISODES = 160;
  private static final int WANTED = 2 * PROMPTS * ROLLOUTS;

  @TempDir private static Path temporary;

  private static InstalledGalton galton;
  private static Map<String, String> whole;

  @BeforeAll
  static void drawEverythingUndisturbed() throws Exception {
    galton = new InstalledGalton(temporary);
    Files.writeString(
        temporary.resolve("sweep.yaml"),
        """
        sweep: killed
        seed: 5
        output: killed
        models: ["builtin:abacus"]
        tasks:
          - {name: arithmetic, prompts: %1$d}
          - {name: countdown, prompts: %1$d}
        sampling: {temperature: 1.0, max_tokens: 64}
        rollouts: %2$d
        shard_rollouts: %3$d
        decoding: {slots: 32}
        """
            .formatted(PROMPTS, ROLLOUTS, SHARD));
    assertThat(sweep("local[2]", "whole", "--set", "shard_rollouts=500")).isZero();
    whole = completions("whole");
    assertThat(whole).hasSize(WANTED);
  }

  @AfterAll
  static void uninstall() throws IOException {
    galton.close();
  }

  @Test
  void aDriverKilledTwiceLosesOnlyWhatWasInFlight() throws Exception {
    int drawnBefore = 0;
    for (double share : new double[] {0.3, 0.7}) {
      Process driver = start("local[1]", "killed");
      awaitFiles("killed", driver, (int) (share * WANTED / SHARD));
      driver.destroyForcibly().waitFor();
      int drawn = completions("killed").size();
      assertThat(drawn)
          .isBetween(Math.max(drawnBefore, (int) (share * WANTED) - SHARD), WANTED - 1);
      drawnBefore = drawn;
    }

    assertThat(sweep("local[1]", "killed")).isZero();
    JsonNode result = new ObjectMapper().readTree(galton.out());
    assertThat(result.get("drawn").asInt()).isEqualTo(WANTED - drawnBefore);
    assertThat(completions("killed")).isEqualTo(whole);

    assertThat(sweep("local[1]", "killed", "--set", "rollouts=" + (ROLLOUTS + 32))).isZero();
    assertThat(new ObjectMapper().readTree(galton.out()).get("drawn").asInt())
        .isEqualTo(2 * PROMPTS * 32);
    Map<String, String> more = completions("killed");
    assertThat(more).hasSize(2 * PROMPTS * (ROLLOUTS + 32)).containsAllEntriesOf(whole);
  }

  @Test
  void aSweepThatIsToldToStopSaysWhatIsStoredAndNothingElse() throws Exception {
    Process driver = start("local[1]", "stopped");
    awaitFiles("stopped", driver, 2);
    driver.destroy();

    assertThat(driver.waitFor()).isEqualTo(143);
    assertThat(galton.err())
        .matches(
            "Stopped[.] [0-9,]+ of the 768 rollouts that this run draws are stored in stopped;"
                + " the same command resumes[.]\n");
    assertThat(galton.out()).isEmpty();
  }

  @Test
  void aKilledExecutorCostsOnlyItsShards() throws Exception {
    Process driver = start("local-cluster[2,1,1024]", "bereft");
    awaitFiles("bereft", driver, WANTED / SHARD / 4);
    ProcessHandle executor =
        ExecutorKiller.executors(driver).stream()
            .findFirst()
            .orElseThrow(() -> new AssertionError("no executor process to kill"));
    executor.destroyForcibly();

    assertThat(driver.waitFor()).as(galton.err()).isZero();
    assertThat(completions("bereft")).isEqualTo(whole);
  }

  @Test
  void aSecondDriverIsRefusedWhileTheFirstDrawsAndFollowsItWhenItDied() throws Exception {
    String spec = temporary.resolve("sweep.yaml").toString();
    String output = "output=" + temporary.resolve("contended");
    Process first = start("local[1]", "contended", "--set", "rollouts=8192");
    awaitFiles("contended", first, 2);
    try (InstalledGalton other =
        new InstalledGalton(Files.createDirectory(temporary.resolve("other")))) {
      assertThat(other.run("--master", "local[1]", "sweep", spec, "--set", output)).isEqualTo(3);
      assertThat(other.err())
          .contains("Cannot write to ")
          .contains("is writing to it (process " + first.pid() + " on ");
      assertThat(first.isAlive()).isTrue();
      first.destroyForcibly().waitFor();
      assertThat(
              other.run(
                  "--master", "local[1]", "sweep", spec, "--set", output, "--set", "rollouts=8"))
          .as(other.err())
          .isZero();
    } finally {
      first.destroyForcibly();
    }
    Map<String, String> drawn = completions("contended");
    drawn.keySet().retainAll(whole.keySet());
    assertThat(drawn).hasSizeGreaterThanOrEqualTo(2 * PROMPTS * 8);
    assertThat(whole).containsAllEntriesOf(drawn);
  }

  @Test
  void aKilledSweepOfGamesGoesOnWithTheSameGames() throws Exception {
    assertThat(runStage("rollout", "local[2]", "games", games(GAMES))).isZero();
    Process driver = startStage("rollout", "local[1]", "broken-off", games(4));
    awaitFiles("broken-off", driver, 3);
    driver.destroyForcibly().waitFor();
    assertThat(completions("broken-off")).hasSizeBetween(12, GAMES - 1);

    assertThat(runStage("rollout", "local[1]", "broken-off", games(4))).isZero();
    assertThat(completions("broken-off")).hasSize(GAMES).isEqualTo(completions("games"));
  }

  /** Each row once, whether or not a process died, and however many shards there are. */
  @Test
  void aKilledSweepOfEpisodesEndsWithTheSameEpisodesAndTurns() throws Exception {
    assertThat(runStage("sweep", "local[2]", "played", episodes(50))).isZero();
    Map<String, String> played = completions("played");
    assertThat(played).hasSize(EPISODES);
    Map<String, String> turns = turns("played");
    assertThat(turns).hasSizeGreaterThan(2 * EPISODES);

    Process driver = startStage("sweep", "local[1]", "cut-short", episodes(4));
    awaitFiles("cut-short", driver, 10);
    driver.destroyForcibly().waitFor();
    Map<String, String> before = completions("cut-short");
    assertThat(before).hasSizeBetween(40, EPISODES - 1);
    assertThat(played).containsAllEntriesOf(before);
    assertThat(temporary.resolve("cut-short").resolve("turns")).doesNotExist();

    assertThat(runStage("sweep", "local[1]", "cut-short", episodes(4))).isZero();
    assertThat(new ObjectMapper().readTree(galton.out()).get("drawn").asInt())
        .isEqualTo(EPISODES - before.size());
    assertThat(completions("cut-short")).isEqualTo(played);
    assertThat(turns("cut-short")).isEqualTo(turns);
  }

  private static String[] episodes(int shard) {
    return new String[] {
      "--set",
      "models=[\"scripted:random\"]",
      "--set",
      "tasks=[%s, %s]".formatted(episode("hanoi/hard"), episode("code/easy")),
      "--set",
      "rollouts=4",
      "--set",
      "shard_rollouts=" + shard
    };
  }

  private static String episode(String environment) {
    return "{name: %s, kind: environment, environment: %s, style: marks, prompts: %d}"
        .formatted(environment.replace('/', '-'), environment, EPISODES / 8);
  }

  @Test
  void aSweepKilledInItsStudyIsStudiedByTheSameCommand() throws Exception {
    String[] played = {"--set", "models=[\"scripted:independent\"]"};
    String[] games = Stream.of(games(64), played).flatMap(Stream::of).toArray(String[]::new);
    Path unstudied = temporary.resolve("unstudied");
    Process driver = startStage("sweep", "local[1]", "unstudied", games);
    while (!Files.isDirectory(unstudied.resolve("trajectories"))) {
      assertThat(driver.isAlive()).as(galton.err()).isTrue();
      Thread.sleep(20);
    }
    driver.destroyForcibly().waitFor();
    assertThat(unstudied.resolve("emergence_conditions")).doesNotExist();
    assertThat(unstudied.resolve("runs")).doesNotExist();

    assertThat(runStage("sweep", "local[1]", "unstudied", games)).isZero();

    JsonNode result = new ObjectMapper().readTree(galton.out());
    assertThat(result.get("drawn").asInt()).isZero();
    assertThat(result.at("/emergence/groups").asInt()).isEqualTo(GAMES);
    String run = "run_id=" + result.get("run_id").asText();
    assertThat(unstudied.resolve("emergence_conditions").resolve(run)).isDirectory();
    assertThat(unstudied.resolve("runs").resolve(run)).isDirectory();
  }

  private static String[] games(int shard) {
    return new String[] {
      "--set", "models=[\"builtin:crowd\"]",
      "--set", "tasks=[{name: tom, kind: group-search, style: marks, prompts: " + GAMES + "}]",
      "--set", "sampling.max_tokens=4",
      "--set", "rollouts=1",
      "--set", "shard_rollouts=" + shard
    };
  }

  private static int sweep(String master, String output, String... more) throws Exception {
    return runStage("sweep", master, output, more);
  }

  private static int runStage(String stage, String master, String output, String... more)
      throws Exception {
    Process process = startStage(stage, master, output, more);
    int code = process.waitFor();
    assertThat(code).as(galton.err()).isZero();
    return code;
  }

  private static Process start(String master, String output, String... more) throws IOException {
    return startStage("sweep", master, output, more);
  }

  private static Process startStage(String stage, String master, String output, String... more)
      throws IOException {
    String[] fixed = {
      "--master",
      master,
      "--executor-memory",
      "1g",
      stage,
      "sweep.yaml",
      "--json",
      "--set",
      "output=" + output
    };
    return galton.start(Stream.concat(Stream.of(fixed), Stream.of(more)).toArray(String[]::new));
  }

  private static void awaitFiles(String output, Process driver, int count) throws Exception {
    PublishedFiles files = new PublishedFiles(temporary.resolve(output));
    while (files.count() < count) {
      if (!driver.isAlive()) {
        fail("The sweep ended with %d before it was killed: %s", driver.exitValue(), galton.err());
      }
      Thread.sleep(20);
    }
  }

  /** As another engine reads them; fails on a key that is there twice. */
  private static Map<String, String> completions(String output) throws SQLException {
    return rows(
        output,
        "rollouts",
        "task || '/' || prompt_id || '/' || rollout_index",
        "status || ' ' || completion");
  }

  /** The same of the turns of all runs. */
  private static Map<String, String> turns(String output) throws SQLException {
    return rows(
        output,
        "turns",
        "task || '/' || prompt_id || '/' || rollout_index || '/' || turn",
        "concat_ws(' ', role, action, tool, arguments, tool_failed, observation, reward, tokens,"
            + " terminated, truncated, format_error, won)");
  }

  private static Map<String, String> rows(String output, String table, String key, String value)
      throws SQLException {
    String files = temporary.resolve(output).resolve(table) + "/**/*.parquet";
    Map<String, String> found = new TreeMap<>();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT %s, %s FROM read_parquet('%s')".formatted(key, value, files))) {
      while (rows.next()) {
        assertThat(found.put(rows.getString(1), rows.getString(2))).isNull();
      }
    }
    return found;
  }
}
