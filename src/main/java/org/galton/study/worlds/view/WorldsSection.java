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
import org.galton.study.worlds.row.WorldMatchRow;
import org.galton.study.worlds.row.WorldModelRow;

/** Programs and what a search in them wins. */
public record WorldsSection(List<WorldModelRow> models, List<WorldMatchRow> matches)
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

  public static final Columns<WorldMatchRow> MATCHES =
      Columns.<WorldMatchRow>of()
          .column(WorldMatchRow::game, json("game"), text("game"), label("Game"))
          .column(WorldMatchRow::author, json("author"), text("searches in"), label("Searches in"))
          .column(
              WorldMatchRow::synthesis,
              json("synthesis"),
              text("synthesis", "%d"),
              count("Synthesis"))
          .column(WorldMatchRow::opponent, json("opponent"), text("against"), label("Against"))
          .column(WorldMatchRow::games, json("games"), text("games", "%,d"), count("Games"))
          .column(WorldMatchRow::wins, json("wins"), text("wins", "%,d"), count("Wins"))
          .column(WorldMatchRow::draws, json("draws"), text("draws", "%,d"), count("Draws"))
          .column(WorldMatchRow::losses, json("losses"), text("losses", "%,d"), count("Losses"))
          .column(
              WorldMatchRow::forfeits, json("forfeits"), text("forfeits", "%,d"), count("Forfeits"))
          .column(WorldMatchRow::opponentForfeits, json("opponent_forfeits"))
          .column(
              row -> share(row.wins(), row.games()),
              text("win rate", "%.3f"),
              page("Win rate", Figures::fineBits))
          .column(
              WorldMatchRow::winsLow,
              json("wins_low"),
              text("low", "%.3f"),
              page("Low", Figures::fineBits))
          .column(
              WorldMatchRow::winsHigh,
              json("wins_high"),
              text("high", "%.3f"),
              page("High", Figures::fineBits))
          .column(
              WorldMatchRow::meanReward,
              json("mean_reward"),
              text("mean reward", "%+.3f"),
              page("Mean reward", Figures::fineBits))
          .column(WorldMatchRow::simulations, json("simulations"))
          .column(
              WorldMatchRow::thrownAway,
              json("thrown_away"),
              text("thrown away", "%,d"),
              page("Simulations thrown away", Figures::count));

  private static double share(int part, int whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }

  public FigureTable modelTable() {
    return MODELS.table("Programs by game", models);
  }

  public FigureTable matchTable() {
    return MATCHES.table("Games of players that search in a program", matches);
  }
}
