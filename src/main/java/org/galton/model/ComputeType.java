package org.galton.model;

/**
 * The type that a model computes in. Another type rounds otherwise, so it draws from another
 * distribution: the type is a part of a generation's identity.
 */
public enum ComputeType {
  FLOAT32,
  BFLOAT16,
  FLOAT16
}
