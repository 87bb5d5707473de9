package org.galton.study.worlds;

import java.util.Optional;
import org.galton.study.worlds.row.WorldHistoryRow;
import org.galton.study.worlds.row.WorldModelRow;
import org.galton.worldmodel.Game;

/**
 * What an author wrote for a game.
 *
 * @param histories empty where the game hides nothing
 */
record Written(Game game, WorldModelRow rules, Optional<WorldHistoryRow> histories) {}
