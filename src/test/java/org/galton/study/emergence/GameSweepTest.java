package org.galton.study.emergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.LocalSpark;
import org.galton.game.Condition;
import org.galton.game.GroupSearch;
import org.galton.game.Style;
import org.galton.job.sweep.RunReview;
import org.galton.job.sweep.Sweep;
import org.galton.job.sweep.SweepResult;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.scripted.ScriptedPlayers;
import org.galton.model.source.ModelLoader;
import org.galton.study.emergence.row.EmergenceTables;
import org.galton.study.emergence.row.TrajectoryRow;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.table.RolloutRow;
import org.galton.table.ScoreRow;
import org.galton.table.Table;
import org.galton.table.store.TableFile;
import org.galton.table.store.Unfinished;
import org.galton.task.Split;
import org.galton.task.group.GroupSearchTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps whose rollouts are whole games. */
final class GameSweepTest {
  private static final int GAMES = 12;
  private static final GroupSearch RULES = GroupSearch.defaults().withStyle(Style.MARKS);
  private static final String SEARCHER = "scripted:binary-search";

  private static final Configuration HADOOP = new Configuration();

  @TempDir private Path folder;

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

  /** Loads scripted players that break down in the middle of their third game. */
  private record BreakingLoader() implements ModelLoader {
    private static final AtomicInteger ROUNDS = new AtomicInteger();

    @Override
    public ModelCard card(String source) {
      return ScriptedPlayers.card(source);
    }

    @Override
    public LanguageModel load(String source, Decoding decoding) {
      LanguageModel player = ScriptedPlayers.open(source);
      return new LanguageModel() {
        @Override
        public ModelCard card() {
          return player.card();
        }

        @Override
        public void generate(
            Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
          if (ROUNDS.incrementAndGet() > 45) {
            throw new Unfinished("Cannot go on: the machine is needed elsewhere");
          }
          player.generate(requests, sampling, sink);
        }

        @Override
        public void close() {
          player.close();
        }
      };
    }
  }

  private SweepSpec spec(
      Path output, int rollouts, int shard, GroupSearch rules, String... models) {
    return new SweepSpec(
        "play",
        7,
        output.toString(),
        rollouts,
        List.of(models),
        List.of(
            new TaskSpec(
                new GroupSearchTask("plain", rules.withCondition(Condition.PLAIN)),
                GAMES,
                Split.TEST),
            new TaskSpec(
                new GroupSearchTask("tom", rules.withCondition(Condition.TOM)), GAMES, Split.TEST)),
        List.of(SamplingWish.of(Sampling.untempered(4))),
        new Framing.Raw(),
        Decoding.DEFAULT,
        shard,
        0);
  }

  private static SweepResult run(SweepSpec spec, ModelLoader loader) {
    return new Sweep(
            LocalSpark.session(),
            loader,
            RunReview.NONE,
            // What is found in the games has its own test: it costs a hundred times their drawing.
            run -> new TrajectoryJob(run.tables()).run(run.name(), run.spec(), run.cells()),
            "test")
        .run(spec, progress -> {});
  }

  @Test
  void aGameIsOneRolloutAndItsTranscriptTheCompletion() {
    Path output = folder.resolve("games");
    SweepResult result = run(spec(output, 1, 1024, RULES, SEARCHER), new Loader());

    assertThat(result.exitCode()).isZero();
    assertThat(result.wanted()).isEqualTo(2 * GAMES);
    assertThat(rows(output, Table.ROLLOUTS))
        .hasSize(2 * GAMES)
        .allSatisfy(
            row -> {
              assertThat(row.status()).isEqualTo("complete");
              assertThat(row.completion().lines().count()).isBetween(1L, 20L);
              assertThat(row.completionTokens())
                  .isGreaterThanOrEqualTo((int) row.completion().lines().count() * 20);
              assertThat(row.logprobSum()).isNull();
            });
    assertThat(rows(output, Table.SCORES))
        .hasSize(2 * GAMES)
        .allSatisfy(row -> assertThat(row.status()).isEqualTo("scored"))
        .extracting(ScoreRow::correct)
        .contains(true, false);
  }

  @Test
  void whatIsPlayedDoesNotDependOnTheShards() {
    run(spec(folder.resolve("one"), 2, 1024, RULES, SEARCHER), new Loader());
    run(spec(folder.resolve("many"), 2, 5, RULES, SEARCHER), new Loader());

    assertThat(texts(folder.resolve("many")))
        .hasSize(4 * GAMES)
        .isEqualTo(texts(folder.resolve("one")));
  }

  @Test
  void aRunThatBrokeDownGoesOnWithTheSameGames() {
    Path whole = folder.resolve("whole");
    Path broken = folder.resolve("broken");
    run(spec(whole, 1, 3, RULES, SEARCHER), new Loader());
    assertThatThrownBy(() -> run(spec(broken, 1, 3, RULES, SEARCHER), new BreakingLoader()))
        .isInstanceOf(Unfinished.class)
        .hasMessageContaining("the machine is needed elsewhere");
    int before = texts(broken).size();
    assertThat(before).isBetween(1, 2 * GAMES - 1);

    SweepResult result = run(spec(broken, 1, 3, RULES, SEARCHER), new Loader());

    assertThat(result.drawn().rollouts()).isEqualTo(2 * GAMES - before);
    assertThat(texts(broken)).isEqualTo(texts(whole));
    assertThat(trajectories(broken)).isEqualTo(trajectories(whole));
  }

  @Test
  void everyContributionIsARowOfTheTrajectories() {
    Path output = folder.resolve("games");
    run(spec(output, 2, 1024, RULES, SEARCHER, "scripted:lockstep"), new Loader());

    List<TrajectoryRow> rows = rows(output, EmergenceTables.TRAJECTORIES);
    long rounds =
        rows(output, Table.ROLLOUTS).stream()
            .mapToLong(row -> row.completion().lines().count())
            .sum();
    assertThat(rows).hasSize((int) rounds * 10);
    assertThat(rows.stream().map(row -> row.place().experiment()).distinct())
        .containsExactlyInAnyOrder("play, scripted:binary-search", "play, scripted:lockstep");
    assertThat(rows.stream().map(row -> row.place().condition()).distinct())
        .containsExactlyInAnyOrder("plain", "tom");
    assertThat(rows.stream().map(row -> row.place().group()).distinct())
        .hasSize(2 * GAMES)
        .contains("game-1#0", "game-12#1");
    assertThat(rows.stream().map(TrajectoryRow::agent).distinct())
        .hasSize(10)
        .contains("player-01", "player-10");
    Map<List<Object>, List<TrajectoryRow>> lastRounds =
        rows.stream().collect(Collectors.groupingBy(row -> List.of(row.place(), row.round())));
    assertThat(lastRounds.values())
        .allSatisfy(
            round ->
                assertThat(
                        round.stream().mapToDouble(TrajectoryRow::value).sum()
                                == round.get(0).target()
                            && !round.get(0).success())
                    .as("a hit without success")
                    .isFalse());
  }

  @Test
  void onlyWhatTheSweepAsksForIsInItsTrajectories() throws IOException {
    Path output = folder.resolve("games");
    run(spec(output, 2, 1024, RULES, SEARCHER), new Loader());
    run(spec(output, 1, 1024, RULES, SEARCHER), new Loader());

    try (Stream<Path> runs = Files.list(output.resolve("trajectories"))) {
      Path last = runs.sorted().toList().get(1);
      assertThat(
              rowsBelow(last, EmergenceTables.TRAJECTORIES).stream()
                  .map(row -> row.place().group())
                  .distinct())
          .hasSize(GAMES)
          .contains("game-1");
    }
  }

  @Test
  void aTurnThatFailsFailsItsGame() {
    Path output = folder.resolve("games");
    SweepResult result =
        run(spec(output, 1, 1024, RULES.withStyle(Style.PROSE), SEARCHER), new Loader());

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.failed()).isEqualTo(2 * GAMES);
    assertThat(rows(output, Table.ROLLOUTS))
        .allSatisfy(
            row ->
                assertThat(row.error())
                    .startsWith("round 1, player 1: scripted:binary-search reads only lines"));
    assertThat(output.resolve("trajectories")).doesNotExist();
  }

  private static Map<String, String> texts(Path output) {
    return rows(output, Table.ROLLOUTS).stream()
        .collect(
            Collectors.toMap(
                row -> row.task() + row.generation() + row.promptId() + row.rolloutIndex(),
                RolloutRow::completion,
                (first, second) -> first + " and " + second,
                TreeMap::new));
  }

  private static List<String> trajectories(Path output) {
    return rows(output, EmergenceTables.TRAJECTORIES).stream()
        .map(row -> Arrays.asList(row.place(), row.round(), row.agent(), row.value()).toString())
        .sorted()
        .toList();
  }

  private static <R extends Record> List<R> rows(Path output, Table<R> table) {
    return rowsBelow(output.resolve(table.name()), table);
  }

  private static <R extends Record> List<R> rowsBelow(Path folder, Table<R> table) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".parquet"))
          .sorted()
          .flatMap(
              file ->
                  new TableFile(new org.apache.hadoop.fs.Path(file.toString()), HADOOP)
                      .rows(table.rows()).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
