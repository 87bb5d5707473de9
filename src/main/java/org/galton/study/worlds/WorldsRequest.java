package org.galton.study.worlds;

import java.util.List;
import java.util.Optional;
import org.galton.worldmodel.Game;

/**
 * What is asked about world models.
 *
 * @param shown games of which the author sees the steps
 * @param unseen games that only test the programs in the end
 * @param budget calls of the author for a program
 * @param syntheses programs for a game
 * @param closedDeck whether hidden states are never shown
 * @param hidden how a search draws what is hidden
 * @param simulations for a choice of a player
 * @param playouts games that value a new node of its search
 * @param matches games of a program against each opponent; 0 for none
 * @param opponent a model that plays too
 */
record WorldsRequest(
    List<Game> games,
    int shown,
    int unseen,
    int budget,
    int syntheses,
    boolean closedDeck,
    HiddenMode hidden,
    int simulations,
    int playouts,
    int matches,
    Optional<ModelPolicy> opponent,
    long seed) {}
