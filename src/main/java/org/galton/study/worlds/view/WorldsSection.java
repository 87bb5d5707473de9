package org.galton.study.worlds.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.label;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import java.util.List;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.StudySection;
import org.galton.study.worlds.row.WorldHistoryRow;
import org.galton.study.worlds.row.WorldMatchRow;
import org.galton.study.worlds.row.WorldModelRow;
import org.jspecify.annotations.Nullable;

/** Programs and what a search in them wins. */
public record WorldsSection(
    List<WorldModelRow> models, List<WorldHistoryRow> histories, List<WorldMatchRow> matches)
    implements StudySection {

  public static final Columns<WorldModelRow> MODELS =
      Columns.<WorldModelRow>of()
          .column(WorldModelRow::game, json("game"), text("game"), label("Game"))
          .column(WorldModelRow::author, json("author"), text("author"), label("Author"))
          .column(
              WorldModelRow::synthesis,
              json("synthesis"),
              text("synthesis", "%d"),
              count("Synthesis"))
          .column(WorldModelRow::deck, json("deck"), text("deck"), label("Deck"))
          .column(WorldModelRow::calls, json("calls"), text("calls", "%,d"), count("Calls"))
          .column(WorldModelRow::tests, json("tests"), text("tests", "%,d"), count("Tests"))
          .column(WorldModelRow::testsPassed, json("tests_passed"))
          .column(
              row -> share(row.testsPassed(), row.tests()),
              text("passed", "%.4f"),
              page("Passed", Figures::fineBits))
          .column(WorldModelRow::unseenTests, json("unseen_tests"))
          .column(WorldModelRow::unseenPassed, json("unseen_passed"))
          .column(
              row -> share(row.unseenPassed(), row.unseenTests()),
              text("unseen passed", "%.4f"),
              page("Unseen passed", Figures::fineBits))
          .column(WorldModelRow::transitions, json("transitions"))
          .column(WorldModelRow::transitionsRight, json("transitions_right"))
          .column(
              row -> share(row.transitionsRight(), row.transitions()),
              text("transition accuracy", "%.4f"),
              page("Transition accuracy", Figures::fineBits))
          .column(WorldModelRow::program, json("program"));

  public static final Columns<WorldHistoryRow> HISTORIES =
      Columns.<WorldHistoryRow>of()
          .column(WorldHistoryRow::game, json("game"), text("game"), label("Game"))
          .column(WorldHistoryRow::author, json("author"), text("author"), label("Author"))
          .column(
              WorldHistoryRow::synthesis,
              json("synthesis"),
              text("synthesis", "%d"),
              count("Synthesis"))
          .column(WorldHistoryRow::deck, json("deck"), text("deck"), label("Deck"))
          .column(WorldHistoryRow::calls, json("calls"), text("calls", "%,d"), count("Calls"))
          .column(
              WorldHistoryRow::tests,
              json("tests"),
              text("round trips", "%,d"),
              count("Round trips"))
          .column(WorldHistoryRow::testsPassed, json("tests_passed"))
          .column(
              row -> share(row.testsPassed(), row.tests()),
              text("passed", "%.4f"),
              page("Passed", Figures::fineBits))
          .column(WorldHistoryRow::unseenTests, json("unseen_tests"))
          .column(WorldHistoryRow::unseenPassed, json("unseen_passed"))
          .column(
              row -> share(row.unseenPassed(), row.unseenTests()),
              text("inference accuracy", "%.4f"),
              page("Inference accuracy", Figures::fineBits))
          .column(WorldHistoryRow::program, json("program"));

  public static final Columns<WorldMatchRow> MATCHES =
      Columns.<WorldMatchRow>of()
          .column(WorldMatchRow::game, json("game"), text("game"), label("Game"))
          .column(WorldMatchRow::author, json("author"), text("searches in"), label("Searches in"))
          .column(
              WorldMatchRow::synthesis,
              json("synthesis"),
              text("synthesis", "%d"),
              count("Synthesis"))
          .column(WorldMatchRow::hidden, json("hidden"))
          .column(WorldMatchRow::opponent, json("opponent"), text("against"), label("Against"))
          .column(WorldMatchRow::games, json("games"), text("games", "%,d"), count("Games"))
          .column(WorldMatchRow::wins, json("wins"), text("wins", "%,d"), count("Wins"))
          .column(WorldMatchRow::draws, json("draws"), text("draws", "%,d"), count("Draws"))
          .column(WorldMatchRow::losses, json("losses"), text("losses", "%,d"), count("Losses"))
          .column(
              WorldMatchRow::forfeits, json("forfeits"), text("forfeits", "%,d"), count("Forfeits"))
          .column(
              WorldMatchRow::opponentForfeits,
              json("opponent_forfeits"),
              text("their forfeits", "%,d"),
              count("Forfeits of the opponent"))
          .column(WorldMatchRow::winsLow, json("wins_low"))
          .column(WorldMatchRow::winsHigh, json("wins_high"))
          .column(WorldMatchRow::playedOutWinsLow, json("played_out_wins_low"))
          .column(WorldMatchRow::playedOutWinsHigh, json("played_out_wins_high"))
          .column(
              row -> rate(row.wins(), row.games(), row.winsLow(), row.winsHigh()),
              text("win rate"),
              label("Win rate"))
          .column(WorldsSection::playedOut, text("of played out"), label("Of games played out"))
          .column(
              WorldMatchRow::meanReward,
              json("mean_reward"),
              text("mean reward", "%+.3f"),
              page("Mean reward", Figures::fineBits))
          .column(
              WorldMatchRow::opponentMeanReward,
              json("opponent_mean_reward"),
              text("their mean", "%+.3f"),
              page("Of the opponent", Figures::fineBits))
          .column(WorldMatchRow::choices, json("choices"))
          .column(
              WorldMatchRow::choicesByChance,
              json("choices_by_chance"),
              text("by chance", "%,d"),
              page("Choices by chance", Figures::count))
          .column(WorldMatchRow::simulations, json("simulations"))
          .column(
              WorldMatchRow::thrownAway,
              json("thrown_away"),
              text("thrown away", "%,d"),
              page("Simulations thrown away", Figures::count));

  private static @Nullable Double share(int part, int whole) {
    return whole == 0 ? null : (double) part / whole;
  }

  private static String rate(int part, int whole, double low, double high) {
    return Figures.format("%.3f [%.2f, %.2f]", (double) part / whole, low, high);
  }

  private static @Nullable String playedOut(WorldMatchRow row) {
    int games = row.games() - row.forfeits() - row.opponentForfeits();
    return games == 0
        ? null
        : rate(
            row.wins() - row.opponentForfeits(),
            games,
            row.playedOutWinsLow().orElseThrow(),
            row.playedOutWinsHigh().orElseThrow());
  }

  public FigureTable modelTable() {
    return MODELS.table("Programs by game", models);
  }

  public FigureTable historyTable() {
    return HISTORIES.table("Programs that draw what is hidden", histories);
  }

  public FigureTable matchTable() {
    return MATCHES.table("Games of players that search in a program", matches);
  }
}
