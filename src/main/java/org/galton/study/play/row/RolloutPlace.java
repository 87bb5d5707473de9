package org.galton.study.play.row;

import java.io.Serializable;

/** The key of a rollout. */
public record RolloutPlace(
    String model, String task, String generation, String promptId, int rolloutIndex)
    implements Serializable {}
