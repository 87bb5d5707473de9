package org.galton.study.samplers;

import java.io.Serializable;

/** The part of a row of {@code searches} that says what it cost. */
record SearchCost(
    String promptId, int rolloutIndex, boolean biased, long drawnTokens, long verifierCalls)
    implements Serializable {}
