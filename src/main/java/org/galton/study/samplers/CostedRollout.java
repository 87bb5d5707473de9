package org.galton.study.samplers;

import java.io.Serializable;

/** The part of a row of {@code rollouts} that says what it cost without a search. */
record CostedRollout(String promptId, int rolloutIndex, String status, Integer completionTokens)
    implements Serializable {}
