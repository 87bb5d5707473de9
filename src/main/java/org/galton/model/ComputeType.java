package org.galton.model;

/**
 * The type that a model computes in. Another type rounds otherwise, so it draws from another
 * distribution: the type is a part of a generation's identity.
 */
public enum ComputeType {
  FLOAT32,
  BFLOAT16,
  FLOAT16,
  /**
   * Matrices in whole numbers of eight bits, a scale a row; all else is in bfloat16. On CPUs only.
   */
  INT8;

  /** Size of a matrix's number. */
  public int bytes() {
    return switch (this) {
      case FLOAT32 -> 4;
      case BFLOAT16, FLOAT16 -> 2;
      case INT8 -> 1;
    };
  }

  /** The type of what is not a matrix. */
  public ComputeType beside() {
    return this == INT8 ? BFLOAT16 : this;
  }
}
