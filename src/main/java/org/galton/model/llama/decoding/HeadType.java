package org.galton.model.llama.decoding;

/**
 * The type of the last matrix product of a model in float32, from hidden states to logits. All else
 * stays in float32.
 *
 * <p>Khatri et al., The Art of Scaling Reinforcement Learning Compute for LLMs, 2025,
 * arXiv:2510.13786.
 */
public enum HeadType {
  FLOAT32,
  /** Hidden states, the head's matrix and the logits are rounded to 8 bits of precision. */
  BFLOAT16
}
