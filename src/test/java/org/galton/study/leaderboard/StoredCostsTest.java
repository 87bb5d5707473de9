package org.galton.study.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.LocalSpark;
import org.galton.game.Style;
import org.galton.job.run.RunTables;
import org.galton.job.samples.SampleImport;
import org.galton.job.sweep.RunReview;
import org.galton.job.sweep.Sweep;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.Sampling;
import org.galton.model.scripted.ScriptedPlayers;
import org.galton.model.source.ModelLoader;
import org.galton.samplelog.OpenAiBatchLog;
import org.galton.study.leaderboard.row.LeaderboardRow;
import org.galton.study.play.PlayStudy;
import org.galton.study.play.row.PlayTables;
import org.galton.study.play.row.TurnRow;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.task.Split;
import org.galton.task.environment.EnvironmentTask;
import org.galton.task.environment.EpisodeOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leaderboards of run folders. */
final class StoredCostsTest {
  private static final Configuration HADOOP = new Configuration();
  private static final String ANSWERED =
      "{\"custom_id\": \"%s\", \"response\": {\"status_code\": 200, \"body\": {\"model\": \"m\","
          + " \"choices\": [{\"index\": 0, \"message\": {\"content\": \"42\"}, \"finish_reason\":"
          + " \"stop\"}], \"usage\": {\"prompt_tokens\": 10, \"completion_tokens\": 4}}},"
          + " \"error\": null}\n";
  private static final String FAILED =
      "{\"custom_id\": \"%s\", \"response\": {\"status_code\": 500, \"body\": {}}, \"error\":"
          + " null}\n";

  @TempDir private Path folder;

  // Nobody knows what the request that failed has cost: 0 would make the agent look cheap.
  @Test
  void aRolloutThatFailedLeavesSumsUnknown() throws Exception {
    String all = imported("all", ANSWERED.formatted("q1") + ANSWERED.formatted("q2"));
    LeaderboardRow whole = board(all).rows().get(0);
    assertThat(whole.promptTokens()).isEqualTo(20);
    assertThat(whole.completionTokens()).isEqualTo(8);
    assertThat(whole.excludedUnjudged()).isEqualTo(2);

    LeaderboardResult result =
        board(imported("some", ANSWERED.formatted("q1") + FAILED.formatted("q2")));
    LeaderboardRow row = result.rows().get(0);
    assertThat(row.attempts()).isEqualTo(2);
    assertThat(row.excludedInfrastructure()).isEqualTo(1);
    assertThat(row.excludedUnjudged()).isEqualTo(1);
    assertThat(row.excludedTimeout()).isZero();
    assertThat(row.excludedShare()).isEqualTo(1);
    assertThat(row.promptTokens()).isNull();
    assertThat(row.completionTokens()).isNull();
    assertThat(row.deviceSeconds()).isNull();
    assertThat(row.tokensPerRollout()).isNull();
    assertThat(result.warnings())
        .containsExactly(
            "1 of 1 agents have no tokens: some rollouts of theirs do not tell them, such as those that failed");
  }

  private String imported(String name, String log) throws Exception {
    Path questions =
        Files.writeString(
            folder.resolve(name + "-questions.jsonl"),
            "{\"id\": \"q1\", \"prompt\": \"a\", \"reference\": \"1\"}\n{\"id\": \"q2\", \"prompt\": \"b\", \"reference\": \"2\"}\n");
    Path file = Files.writeString(folder.resolve(name + ".jsonl"), log);
    String output = folder.resolve(name).toString();
    new SampleImport(LocalSpark.session(), "test")
        .run(
            new OpenAiBatchLog(
                new OpenAiBatchLog.Options(
                    Optional.empty(),
                    "t",
                    Optional.of(questions.toString()),
                    Optional.empty(),
                    List.of())),
            file.toString(),
            output,
            List.of());
    return output;
  }

  /** Loads scripted players. */
  private record Loader() implements ModelLoader {
    @Override
    public ModelCard card(String source) {
      return ScriptedPlayers.card(source);
    }

    @Override
    public LanguageModel load(String source, Decoding decoding) {
      return ScriptedPlayers.open(source);
    }
  }

  // An agent's tokens are those of all turns of its episodes, and it is right where it has won.
  @Test
  void episodesCostWhatTheirTurnsCost() {
    String output = folder.resolve("episodes").toString();
    SweepSpec spec =
        new SweepSpec(
            "episodes",
            7,
            output,
            3,
            List.of("scripted:solver", "scripted:random"),
            List.of(task("towers", "hanoi/easy"), task("guess", "guess-the-number/easy")),
            List.of(SamplingWish.of(Sampling.untempered(32))),
            new Framing.Raw(),
            Decoding.DEFAULT,
            5,
            0);
    new Sweep(
            LocalSpark.session(),
            new Loader(),
            RunReview.NONE,
            run -> new PlayStudy().ofSweep(run),
            "test")
        .run(spec, progress -> {});
    List<TurnRow> turns = RunTables.latest(output, HADOOP).rows(PlayTables.TURNS, row -> true);
    List<LeaderboardRow> agents = board(output).rows();
    assertThat(agents).hasSize(4).allMatch(agent -> agent.attempts() == 4 * 3);
    for (LeaderboardRow agent : agents) {
      List<TurnRow> own =
          turns.stream()
              .filter(turn -> turn.rollout().model().equals(agent.model()))
              .filter(turn -> turn.rollout().task().equals(agent.task()))
              .toList();
      assertThat(agent.completionTokens())
          .isEqualTo(own.stream().filter(TurnRow::isAgents).mapToLong(TurnRow::tokens).sum())
          .isPositive();
      Map<String, Double> won =
          own.stream()
              .filter(TurnRow::isLast)
              .collect(
                  Collectors.groupingBy(
                      turn -> turn.rollout().promptId(),
                      Collectors.averagingDouble(turn -> turn.won() ? 1 : 0)));
      assertThat(agent.problems()).isEqualTo(won.size()).isEqualTo(4);
      assertThat(agent.success())
          .isCloseTo(
              won.values().stream().mapToDouble(share -> share).average().orElseThrow(),
              within(1e-12));
      assertThat(agent.medianSeconds()).isNotNull().isLessThanOrEqualTo(agent.p90Seconds());
      assertThat(agent.excluded()).isZero();
    }
    assertThat(agents.stream().mapToLong(LeaderboardRow::completionTokens).sum())
        .isEqualTo(turns.stream().filter(TurnRow::isAgents).mapToLong(TurnRow::tokens).sum());
    assertThat(agents.stream().filter(agent -> agent.model().endsWith("solver")))
        .allMatch(agent -> agent.success() == 1);
  }

  private static TaskSpec task(String name, String environment) {
    return new TaskSpec(
        new EnvironmentTask(name, EpisodeOptions.of(environment).withStyle(Style.MARKS)),
        4,
        Split.TEST);
  }

  private static LeaderboardResult board(String output) {
    return new LeaderboardJob(LocalSpark.session(), HADOOP)
        .run("run-1", List.of(output), null, LocalDate.of(2025, 10, 1), Efforts.NUMBERS);
  }
}
