package org.galton.study.samplers;

import java.io.Serializable;

/** The part of a row of {@code scores} that says which right answer it is. */
record RightAnswer(String promptId, int rolloutIndex, String answer, Boolean correct)
    implements Serializable {}
