package org.galton.model.llama.config;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The decoders of the Llama family that are read, by {@code model_type} and {@code architectures}
 * of a checkpoint's {@code config.json}, with what a configuration leaves unsaid.
 */
public enum ModelType {
  /** Llama 2 and 3. */
  LLAMA("llama", "LlamaForCausalLM", 0),
  /** Mistral: attention over a sliding window. */
  MISTRAL("mistral", "MistralForCausalLM", 8),
  /** Qwen 2 and 2.5: biases on queries, keys and values. */
  QWEN2("qwen2", "Qwen2ForCausalLM", 32),
  /** Qwen 3: norms on queries and keys, head by head. */
  QWEN3("qwen3", "Qwen3ForCausalLM", 32);

  private final String key;
  private final String architecture;
  private final int unsaidKeyValueHeads;

  ModelType(String key, String architecture, int unsaidKeyValueHeads) {
    this.key = key;
    this.architecture = architecture;
    this.unsaidKeyValueHeads = unsaidKeyValueHeads;
  }

  /** Value of {@code model_type}. */
  String key() {
    return key;
  }

  /** The one supported entry of {@code architectures}. */
  String architecture() {
    return architecture;
  }

  /** Key and value heads where the configuration has no such key; null stands for {@code heads}. */
  int unsaidKeyValueHeads(int heads) {
    return unsaidKeyValueHeads == 0 ? heads : unsaidKeyValueHeads;
  }

  static String keys() {
    return Arrays.stream(values()).map(ModelType::key).collect(Collectors.joining(", "));
  }
}
