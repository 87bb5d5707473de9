package org.galton.study.audit;

/** Ways to bring a secret out. */
enum TechniqueKind {
  /** The model answers the prompt: input and output. */
  SAMPLE,
  /** The assistant's turn begins with given words. */
  PREFILL,
  /** Turns in which the assistant complied stand before the prompt. */
  SHOTS,
  /** The model writes the user's turn. */
  PERSONA,
  /** Final norm and unembedding of a layer's residual stream. */
  LENS,
  /** Cosine between a layer's residual stream and the candidates' embeddings. */
  COSINE,
  /** Noise at a layer; the model's own probabilities. */
  FUZZ;

  /** Whether it looks inside a model. */
  boolean whiteBox() {
    return this == LENS || this == COSINE || this == FUZZ;
  }
}
