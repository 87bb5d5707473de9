package org.galton.study.rates;

import org.apache.spark.unsafe.types.UTF8String;

/**
 * A prompt under a model; where the input names no model, its name is empty. No record, because
 * those cannot be read back by the Kryo that Spark brings.
 */
final class PromptKey {
  private final UTF8String model;
  private final UTF8String prompt;

  PromptKey(UTF8String model, UTF8String prompt) {
    this.model = model;
    this.prompt = prompt;
  }

  UTF8String model() {
    return model;
  }

  UTF8String prompt() {
    return prompt;
  }

  /** The same, whatever becomes of the memory that its texts are views of. */
  PromptKey copy() {
    return new PromptKey(model.clone(), prompt.clone());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PromptKey key && prompt.equals(key.prompt) && model.equals(key.model);
  }

  @Override
  public int hashCode() {
    return 31 * model.hashCode() + prompt.hashCode();
  }
}
