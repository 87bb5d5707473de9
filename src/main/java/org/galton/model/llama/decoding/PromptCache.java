package org.galton.model.llama.decoding;

/** Where the keys and values of a prompt lie while its rollouts are drawn. */
public enum PromptCache {
  /** Once in a batch; attention reads them for all rollouts together. */
  SHARED,
  /** In every rollout's own cache: the plain way, against which the benchmark measures sharing. */
  COPIED,
  /**
   * Once in a batch, and nothing is kept for prompts that begin alike and for completions that go
   * on: the way against which the benchmark measures keeping.
   */
  FORGOTTEN
}
