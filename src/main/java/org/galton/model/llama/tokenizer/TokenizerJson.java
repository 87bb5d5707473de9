package org.galton.model.llama.tokenizer;

import java.util.Optional;
import java.util.Set;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.spec.InvalidInput;

/**
 * A {@code tokenizer.json} that the native tokenizer can be given. It trusts the file: a template
 * that names a missing token, an offset that leads out of a map or a pattern that backtracks too
 * long ends the process, not the call. So everything that it relies on is looked at here.
 *
 * @param ids one more than the largest token id that a prompt may hold
 * @param longestText most characters of a text on which its patterns end
 */
public record TokenizerJson(byte[] bytes, String name, long ids, int longestText) {
  /**
   * @throws InvalidInput naming the file, the place in it, what is there and what is expected
   */
  public static TokenizerJson read(byte[] bytes, String name) {
    TokenizerFile file = new TokenizerFile(bytes, name);
    JsonPlace root = root(file);
    new TokenizerModel(file).check();
    TokenizerParts parts = new TokenizerParts(root);
    int added = AddedTokens.largestId(file, parts, Set.of());
    int largest = Math.max(file.largestId(), Math.max(added, parts.largestId()));
    return new TokenizerJson(bytes, name, largest + 1L, parts.longestText());
  }

  private static JsonPlace root(TokenizerFile file) {
    return file.place()
        .object(
            "version?",
            "truncation?",
            "padding?",
            "added_tokens?",
            "normalizer?",
            "pre_tokenizer?",
            "post_processor?",
            "decoder?",
            "model");
  }

  /**
   * For a model. A padding token alone may lie beyond its vocabulary, as where one was added for
   * training: nothing is padded here, and a text that spells it is refused.
   *
   * @throws InvalidInput when the tokenizer gives ids that the model has no embedding for
   */
  public TokenizerJson of(LlamaConfig config, Optional<String> padding) {
    if (ids > config.vocabulary()
        && padding.isPresent()
        && largestWithout(padding.get()) < config.vocabulary()) {
      return new TokenizerJson(bytes, name, config.vocabulary(), longestText);
    }
    if (ids > config.vocabulary()) {
      throw new InvalidInput(
          "Cannot use "
              + name
              + ": its largest token id is "
              + (ids - 1)
              + " and vocab_size of config.json is "
              + config.vocabulary()
              + "; they belong to different models");
    }
    return this;
  }

  private int largestWithout(String padding) {
    TokenizerFile file = new TokenizerFile(bytes, name);
    TokenizerParts parts = new TokenizerParts(root(file));
    int added = AddedTokens.largestId(file, parts, Set.of(padding));
    return Math.max(file.largestId(), Math.max(added, parts.largestId()));
  }
}
