package org.galton.model.llama;

import com.fasterxml.jackson.databind.JsonNode;
import org.galton.spec.InvalidInput;

/** The token ids that a {@code tokenizer.json} can give, its added tokens included. */
final class TokenizerVocabulary {
  private TokenizerVocabulary() {}

  /** One more than the largest id. */
  static long size(byte[] tokenizerJson, String name) {
    JsonNode root = CheckpointJson.object(tokenizerJson, name);
    JsonNode vocabulary = root.path("model").path("vocab");
    // A Unigram model lists its tokens in order, the others map each to its id.
    long size = vocabulary.isArray() ? vocabulary.size() : 0;
    if (vocabulary.isObject()) {
      for (JsonNode id : vocabulary) {
        size = Math.max(size, id.asLong() + 1);
      }
    }
    for (JsonNode token : root.path("added_tokens")) {
      size = Math.max(size, token.path("id").asLong() + 1);
    }
    return size;
  }

  /**
   * @throws InvalidInput when the tokenizer gives ids that the model has no embedding for
   */
  static void check(byte[] tokenizerJson, String name, LlamaConfig config) {
    long size = size(tokenizerJson, name);
    if (size > config.vocabulary()) {
      throw new InvalidInput(
          "Cannot use "
              + name
              + ": its largest token id is "
              + (size - 1)
              + " and vocab_size of config.json is "
              + config.vocabulary()
              + "; they belong to different models");
    }
  }
}
