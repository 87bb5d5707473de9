package org.galton.job.run;

import java.io.Serializable;

/**
 * A prompt of a cell, as a key of distributed collections. No record, because those cannot be read
 * back by the Kryo that Spark brings.
 */
public final class PromptRef implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int cell;
  private final String promptId;

  /**
   * @param cell number of the cell in its plan
   */
  public PromptRef(int cell, String promptId) {
    this.cell = cell;
    this.promptId = promptId;
  }

  public int cell() {
    return cell;
  }

  public String promptId() {
    return promptId;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PromptRef ref && cell == ref.cell && promptId.equals(ref.promptId);
  }

  @Override
  public int hashCode() {
    return 31 * cell + promptId.hashCode();
  }
}
