package org.galton.study.worlds;

import java.util.ArrayList;
import java.util.List;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.plan.GameInPlay;
import org.galton.worldmodel.plan.TreeSearch;
import org.galton.worldmodel.plan.View;

/** Games against a model, which is asked for all games at once, turn by turn. */
final class ModelMatch {
  private record Table(GameInPlay game, TreeSearch search) {
    void playToModelsTurn() {
      while (!game.over() && game.isFirstsTurn()) {
        game.play(search);
      }
    }
  }

  private ModelMatch() {}

  static Played play(Searcher player, ModelPolicy model, int games, long seed) {
    Game rules = player.rules();
    List<Table> all = new ArrayList<>();
    for (int number = 0; number < games; number++) {
      all.add(new Table(new GameInPlay(rules, number, seed), player.player()));
    }
    List<Table> open = all;
    for (int turn = 0; !open.isEmpty(); turn++) {
      open.parallelStream().forEach(Table::playToModelsTurn);
      open = open.stream().filter(table -> !table.game().over()).toList();
      List<View> views = open.stream().map(table -> table.game().view()).toList();
      List<String> answers = model.choose(rules, views, seed + turn);
      for (int i = 0; i < answers.size(); i++) {
        open.get(i).game().play(answers.get(i));
      }
      open = open.stream().filter(table -> !table.game().over()).toList();
    }
    return all.stream()
        .map(table -> Played.of(table.game().ended(), table.search()))
        .reduce(Played.NONE, Played::plus);
  }
}
