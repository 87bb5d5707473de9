package org.galton.study.worlds;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.PageFile;
import org.galton.console.PrintOptions;
import org.galton.console.SessionFactory;
import org.galton.console.StoredOptions;
import org.galton.job.run.RecordedRun;
import org.galton.spec.InvalidInput;
import org.galton.study.worlds.row.WorldTables;
import org.galton.study.worlds.view.WorldsPage;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.rules.Games;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton worlds}: programs that model games, refined by tests, and played with. */
@Command(
    name = "worlds",
    description = {
      "Have programs written that model games, refine them by tests from games that were played,"
          + " and let a tree search in them play.",
      "",
      "Games: tic-tac-toe, four-on-six (four in a row on six by six cells), connect-four, leduc"
          + " (poker with six cards), bargaining (over a pool of items) and hand-of-war (cards);"
          + " the last three hide something, and have chance.",
      "",
      "The author is a model, or a calibrated one, which knows the rules and makes and repairs"
          + " faults with given probabilities. A program is of a small part of Python and runs"
          + " inside the process, in bounded steps. For a game that hides something the author"
          + " writes a second one, which draws what a player does not see."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton worlds --game tic-tac-toe,leduc --matches 20 --simulations 100",
      "         ./galton worlds --author 'endpoint:http://localhost:8000/v1?model=Qwen/Qwen3-8B'"
          + " --budget 20 --output runs/worlds",
      "         ./galton worlds --game leduc --syntheses 1 --opponent builtin:abacus"
    })
public final class WorldsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--game",
      defaultValue = "tic-tac-toe,leduc",
      split = ",",
      paramLabel = "GAME",
      description = "Games (default: ${DEFAULT-VALUE}).")
  private List<String> games;

  @Option(
      names = "--author",
      paramLabel = "SOURCE",
      converter = HomePath.class,
      description =
          "A model that writes the programs, as --model of generate takes it (default: the"
              + " calibrated author).")
  private String author;

  @Option(
      names = "--faults",
      defaultValue = "6",
      paramLabel = "N",
      description = "Faults of the calibrated author's first program (default: ${DEFAULT-VALUE}).")
  private int faults;

  @Option(
      names = "--repairs",
      defaultValue = "0.4",
      paramLabel = "P",
      description = "Probability that it repairs a fault in a call (default: ${DEFAULT-VALUE}).")
  private double repairs;

  @Option(
      names = "--breaks",
      defaultValue = "0.15",
      paramLabel = "P",
      description = "Probability that it makes one in a call (default: ${DEFAULT-VALUE}).")
  private double breaks;

  @Option(
      names = "--max-tokens",
      defaultValue = "2048",
      paramLabel = "N",
      description =
          "Longest completion of a model as the author or the opponent (default:"
              + " ${DEFAULT-VALUE}).")
  private int maxTokens;

  @Option(
      names = "--shown",
      defaultValue = "5",
      paramLabel = "N",
      description =
          "Games of random players whose steps the author is shown (default: ${DEFAULT-VALUE}).")
  private int shown;

  @Option(
      names = "--unseen",
      defaultValue = "100",
      paramLabel = "N",
      description = "Other games that test the last program (default: ${DEFAULT-VALUE}).")
  private int unseen;

  @Option(
      names = "--budget",
      defaultValue = "500",
      paramLabel = "N",
      description = "Calls of the author for a program (default: ${DEFAULT-VALUE}).")
  private int budget;

  @Option(
      names = "--syntheses",
      defaultValue = "5",
      paramLabel = "N",
      description = "Programs for a game (default: ${DEFAULT-VALUE}).")
  private int syntheses;

  @Option(
      names = "--closed-deck",
      description =
          "Never show hidden states to the author: it sees what players saw, and writes rules and"
              + " histories in one program.")
  private boolean closedDeck;

  @Option(
      names = "--hidden",
      defaultValue = "program",
      paramLabel = "HOW",
      description =
          "How a search draws what is hidden: program, by the author's second program; replay, by"
              + " playing the game again (default: ${DEFAULT-VALUE}).")
  private String hidden;

  @Option(
      names = "--opponent",
      paramLabel = "SOURCE",
      converter = HomePath.class,
      description =
          "A model that plays too, as --model of generate takes it. An answer that is no legal"
              + " action forfeits the game.")
  private String opponent;

  @Option(
      names = "--matches",
      defaultValue = "100",
      paramLabel = "N",
      description =
          "Games of a program against each opponent; 0 for none (default: ${DEFAULT-VALUE}).")
  private int matches;

  @Option(
      names = "--simulations",
      defaultValue = "200",
      paramLabel = "N",
      description = "Simulations of the search for a choice (default: ${DEFAULT-VALUE}).")
  private int simulations;

  @Option(
      names = "--playouts",
      defaultValue = "1",
      paramLabel = "N",
      description = "Random games that value a new node (default: ${DEFAULT-VALUE}).")
  private int playouts;

  @Option(
      names = "--seed",
      defaultValue = "42",
      paramLabel = "SEED",
      description = "Fixes games, authors and players (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Also write the tables world_models, world_histories, world_matches and runs, and a"
              + " report, under this folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    List<Game> asked = games.stream().distinct().map(WorldsCommand::game).toList();
    HiddenMode mode = HiddenMode.of(hidden);
    try (SparkSession spark = SessionFactory.open(spec.name());
        OpenModels models = new OpenModels(maxTokens)) {
      WorldsRequest request =
          new WorldsRequest(
              asked,
              shown,
              unseen,
              budget,
              syntheses,
              closedDeck,
              mode,
              simulations,
              playouts,
              matches,
              Optional.ofNullable(opponent).map(models::policy),
              seed);
      Authors authors =
          author == null ? new CalibratedAuthors(faults, repairs, breaks) : models.authors(author);
      Configuration hadoop = SessionFactory.hadoop(spark);
      RecordedRun run = RecordedRun.begin(spark, spec.name(), StoredOptions.origin(spec));
      WorldsResult result = new WorldsJob(spark, request, run.name().runId()).run(authors);
      Optional<String> page =
          Optional.ofNullable(output).map(folder -> write(folder, run, result, hadoop));
      printing.print(
          () -> WorldsText.json(result),
          page,
          out -> out.print(WorldsText.of(result) + PageFile.line(page)));
    }
    return ExitCode.COMPLETE.value();
  }

  private static Game game(String id) {
    return Games.named(id)
        .orElseThrow(
            () ->
                new InvalidInput(
                    "Invalid --game %s: expected %s"
                        .formatted(
                            id,
                            Games.all().stream().map(Game::id).collect(Collectors.joining(", ")))));
  }

  private static String write(
      String folder, RecordedRun run, WorldsResult result, Configuration hadoop) {
    run.write(folder, result::write);
    return PageFile.ofRun(
        folder,
        run.name().runId(),
        hadoop,
        own ->
            WorldsPage.of(
                own.run(),
                own.rows(WorldTables.MODELS, row -> true),
                own.rows(WorldTables.HISTORIES, row -> true),
                own.rows(WorldTables.MATCHES, row -> true)));
  }
}
