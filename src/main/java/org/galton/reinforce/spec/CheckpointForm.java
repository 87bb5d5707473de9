package org.galton.reinforce.spec;

/** What a training of low-rank factors leaves at a step that has a checkpoint. */
public enum CheckpointForm {
  /** The start's weights with the factors' change added. */
  MERGED,
  /** The factors alone, as an adapter of the start. */
  ADAPTER,
  BOTH;

  public boolean hasMerged() {
    return this != ADAPTER;
  }

  public boolean hasAdapter() {
    return this != MERGED;
  }
}
