package org.galton.study.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.galton.job.run.SparkAction;
import org.galton.statistics.Interval;
import org.galton.statistics.error.RateInterval;
import org.galton.study.worlds.row.WorldHistoryRow;
import org.galton.study.worlds.row.WorldMatchRow;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.plan.Match;

/** Refines programs on the driver and plays with them on the executors; models stay here. */
final class WorldsJob {
  /** Of a match: as many as a task plays in some seconds. */
  private static final int GAMES_PER_TASK = 10;

  private static final double CONFIDENCE = 0.95;
  private static final String GAME = "game";
  private static final String RANDOM = "random";

  /** What a match is of. */
  private record Pairing(
      Game game, String author, int synthesis, Searcher player, String opponent) {}

  private final SparkSession spark;
  private final WorldsRequest request;
  private final String run;

  WorldsJob(SparkSession spark, WorldsRequest request, String run) {
    this.spark = spark;
    this.request = request;
    this.run = run;
  }

  WorldsResult run(Authors authors) {
    List<Written> all = new ArrayList<>();
    for (Game game : request.games()) {
      for (int number = 1; number <= request.syntheses(); number++) {
        all.add(new Synthesis(request, run, authors, game, number).run());
      }
    }
    return new WorldsResult(
        request,
        all.stream().map(Written::rules).toList(),
        all.stream().flatMap(written -> written.histories().stream()).toList(),
        request.matches() == 0 ? List.of() : matches(all));
  }

  /**
   * Of each program against chance, a search in the game and the model; and of that search against
   * chance and the model.
   */
  private List<WorldMatchRow> matches(List<Written> all) {
    List<Pairing> pairings = new ArrayList<>();
    for (Written written : all) {
      if (written.rules().synthesis() == 1) {
        Searcher searcher = inGame(written.game());
        pairings.add(new Pairing(written.game(), GAME, 0, searcher, RANDOM));
        request
            .opponent()
            .map(model -> new Pairing(written.game(), GAME, 0, searcher, model.name()))
            .ifPresent(pairings::add);
      }
      pairings.add(pairing(written, RANDOM));
      pairings.add(pairing(written, GAME));
      request.opponent().map(model -> pairing(written, model.name())).ifPresent(pairings::add);
    }
    Played[] played = new Played[pairings.size()];
    for (MatchTask.Part part : onExecutors(pairings)) {
      played[part.match()] =
          Optional.ofNullable(played[part.match()]).orElse(Played.NONE).plus(part.played());
    }
    List<WorldMatchRow> rows = new ArrayList<>();
    for (int i = 0; i < played.length; i++) {
      Pairing pairing = pairings.get(i);
      rows.add(
          row(
              pairing,
              played[i] != null
                  ? played[i]
                  : ModelMatch.play(
                      pairing.player(),
                      request.opponent().orElseThrow(),
                      request.matches(),
                      request.seed())));
    }
    return rows;
  }

  private Searcher inGame(Game game) {
    return Searcher.inGame(game, request.hidden(), request.simulations(), request.playouts());
  }

  private Pairing pairing(Written written, String opponent) {
    String histories =
        request.hidden() == HiddenMode.PROGRAM
            ? written.histories().map(WorldHistoryRow::program).orElse(null)
            : null;
    return new Pairing(
        written.game(),
        written.rules().author(),
        written.rules().synthesis(),
        new Searcher(
            written.game().id(),
            written.rules().program(),
            histories,
            request.simulations(),
            request.playouts()),
        opponent);
  }

  private List<MatchTask.Part> onExecutors(List<Pairing> pairings) {
    List<MatchTask> tasks = new ArrayList<>();
    for (int match = 0; match < pairings.size(); match++) {
      Pairing pairing = pairings.get(match);
      boolean searches = pairing.opponent().equals(GAME);
      if (searches || pairing.opponent().equals(RANDOM)) {
        for (int from = 0; from < request.matches(); from += GAMES_PER_TASK) {
          tasks.add(
              new MatchTask(
                  match,
                  pairing.player(),
                  searches ? inGame(pairing.game()) : null,
                  from,
                  Math.min(GAMES_PER_TASK, request.matches() - from),
                  request.seed()));
        }
      }
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return SparkAction.run(
        "play games with programs",
        () -> context.parallelize(tasks, tasks.size()).map(MatchTask::play).collect());
  }

  private WorldMatchRow row(Pairing pairing, Played played) {
    Match games = played.games();
    Interval wins = RateInterval.WILSON.of(games.games(), games.wins(), CONFIDENCE).orElseThrow();
    Optional<Interval> playedOut =
        games.playedOut() == 0
            ? Optional.empty()
            : RateInterval.WILSON.of(games.playedOut(), games.winsPlayedOut(), CONFIDENCE);
    return new WorldMatchRow(
        run,
        pairing.game().id(),
        pairing.author(),
        pairing.synthesis(),
        pairing.game().hides() ? request.hidden().label() : "",
        pairing.opponent(),
        games.games(),
        games.wins(),
        games.draws(),
        games.losses(),
        games.forfeits(),
        games.otherForfeits(),
        wins.low(),
        wins.high(),
        end(playedOut.map(Interval::low)),
        end(playedOut.map(Interval::high)),
        (double) games.reward() / games.games(),
        (double) games.otherReward() / games.games(),
        played.choices(),
        played.byChance(),
        played.simulations(),
        played.thrownAway());
  }

  private static OptionalDouble end(Optional<Double> end) {
    return end.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }
}
