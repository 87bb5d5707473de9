package org.galton.study.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.galton.job.run.SparkAction;
import org.galton.statistics.Interval;
import org.galton.statistics.error.RateInterval;
import org.galton.study.worlds.row.WorldMatchRow;
import org.galton.study.worlds.row.WorldModelRow;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.plan.Match;
import org.galton.worldmodel.refine.Assessment;
import org.galton.worldmodel.refine.Refinement;
import org.galton.worldmodel.refine.Transition;
import org.galton.worldmodel.refine.UnitTest;

/** Refines programs on the driver and plays with them on the executors. */
final class WorldsJob {
  /** Of a match: as many as a task plays in some seconds. */
  private static final int GAMES_PER_TASK = 10;

  private static final double CONFIDENCE = 0.95;

  /** What a match is of. */
  private record Pairing(WorldModelRow model, String author, int synthesis, String opponent) {}

  private final SparkSession spark;
  private final WorldsRequest request;
  private final String run;

  WorldsJob(SparkSession spark, WorldsRequest request, String run) {
    this.spark = spark;
    this.request = request;
    this.run = run;
  }

  WorldsResult run(Authors authors) {
    List<WorldModelRow> models = new ArrayList<>();
    for (Game game : request.games()) {
      for (int synthesis = 1; synthesis <= request.syntheses(); synthesis++) {
        models.add(refined(game, synthesis, authors));
      }
    }
    return new WorldsResult(request, models, request.matches() == 0 ? List.of() : matches(models));
  }

  private WorldModelRow refined(Game game, int synthesis, Authors authors) {
    long seed = request.seed() + synthesis;
    List<Transition> shown = Transition.ofGames(game, request.shown(), seed, "shown");
    Refinement.Result refined =
        Refinement.run(
            game,
            authors.of(game, shown, seed),
            UnitTest.of(game.start(), shown),
            request.budget(),
            seed);
    List<UnitTest> tests =
        UnitTest.of(
            game.start(), Transition.ofGames(game, request.unseen(), request.seed(), "unseen"));
    List<UnitTest> steps =
        tests.stream().filter(test -> test.kind() == UnitTest.Kind.NEXT_STATE).toList();
    Assessment unseen = Assessment.of(game, refined.program(), tests);
    Assessment next = Assessment.of(game, refined.program(), steps);
    return new WorldModelRow(
        run,
        game.id(),
        authors.name(),
        synthesis,
        refined.calls(),
        refined.assessment().tests(),
        refined.assessment().passed(),
        unseen.tests(),
        unseen.passed(),
        next.tests(),
        next.passed(),
        refined.program());
  }

  /**
   * Of each program against chance and against a search in the game; and of that search against
   * chance.
   */
  private List<WorldMatchRow> matches(List<WorldModelRow> models) {
    List<Pairing> pairings = new ArrayList<>();
    List<MatchTask> tasks = new ArrayList<>();
    for (WorldModelRow model : models) {
      if (model.synthesis() == 1) {
        add(new Pairing(model, "game", 0, "random"), null, pairings, tasks);
      }
      for (String opponent : List.of("random", "game")) {
        Pairing pairing = new Pairing(model, model.author(), model.synthesis(), opponent);
        add(pairing, model.program(), pairings, tasks);
      }
    }
    Map<Integer, MatchTask.Played> played = new TreeMap<>();
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    SparkAction.run(
            "play games with programs",
            () -> context.parallelize(tasks, tasks.size()).map(MatchTask::play).collect())
        .forEach(part -> played.merge(part.match(), part, MatchTask.Played::plus));
    List<WorldMatchRow> rows = new ArrayList<>();
    for (int i = 0; i < pairings.size(); i++) {
      rows.add(row(pairings.get(i), played.get(i)));
    }
    return rows;
  }

  private void add(Pairing pairing, String program, List<Pairing> pairings, List<MatchTask> tasks) {
    for (int from = 0; from < request.matches(); from += GAMES_PER_TASK) {
      tasks.add(
          new MatchTask(
              pairings.size(),
              pairing.model().game(),
              program,
              pairing.opponent().equals("game"),
              from,
              Math.min(GAMES_PER_TASK, request.matches() - from),
              request.simulations(),
              request.playouts(),
              request.seed()));
    }
    pairings.add(pairing);
  }

  private WorldMatchRow row(Pairing pairing, MatchTask.Played played) {
    Match games = played.games();
    Interval wins = RateInterval.WILSON.of(games.games(), games.wins(), CONFIDENCE).orElseThrow();
    return new WorldMatchRow(
        run,
        pairing.model().game(),
        pairing.author(),
        pairing.synthesis(),
        pairing.opponent(),
        games.games(),
        games.wins(),
        games.draws(),
        games.losses(),
        games.forfeits(),
        games.otherForfeits(),
        wins.low(),
        wins.high(),
        (double) games.reward() / games.games(),
        played.simulations(),
        played.thrownAway());
  }
}
