package org.galton.search;

/**
 * What a search has done.
 *
 * @param steps moves, those that left it where it was included
 * @param backtracks steps back to the parent
 * @param restarts how often it began anew at the root
 * @param deadEnds blocks drawn that had a value of 0
 * @param blocks blocks drawn: calls of the model
 * @param leafVisits steps at whose end it stood at a whole completion
 */
public record SearchCounts(
    long steps, long backtracks, long restarts, long deadEnds, long blocks, long leafVisits) {}
