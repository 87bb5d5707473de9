package org.galton.model.llama.tokenizer;

import org.galton.model.llama.config.LlamaConfig;
import org.galton.spec.InvalidInput;

/**
 * A {@code tokenizer.json} that the native tokenizer can be given. It trusts the file: a template
 * that names a missing token, an offset that leads out of a map or a pattern that backtracks too
 * long ends the process, not the call. So everything that it relies on is looked at here.
 *
 * @param ids one more than the largest token id that it can give
 * @param longestText most characters of a text on which its patterns end
 */
public record TokenizerJson(byte[] bytes, String name, long ids, int longestText) {
  /**
   * @throws InvalidInput naming the file, the place in it, what is there and what is expected
   */
  public static TokenizerJson read(byte[] bytes, String name) {
    TokenizerFile file = new TokenizerFile(bytes, name);
    JsonPlace root =
        file.place()
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
    new TokenizerModel(file).check();
    TokenizerParts parts = new TokenizerParts(root);
    int largest =
        Math.max(file.largestId(), Math.max(AddedTokens.largestId(file, parts), parts.largestId()));
    return new TokenizerJson(bytes, name, largest + 1L, parts.longestText());
  }

  /**
   * @throws InvalidInput when the tokenizer gives ids that the model has no embedding for
   */
  public TokenizerJson of(LlamaConfig config) {
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
}
