package org.galton.model.llama.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.galton.model.llama.config.CheckpointFiles;

/**
 * Whether a tokenizer puts special tokens before and behind a raw text.
 *
 * @param bos before it
 * @param eos behind it
 */
record AddedEnds(boolean bos, boolean eos) {

  /**
   * Where {@code tokenizer_config.json} says otherwise than {@code tokenizer.json} does. The latter
   * is followed; some classes of Transformers follow the former.
   */
  List<String> contradictions(CheckpointFiles files) {
    JsonNode config = SpecialTokens.config(files);
    List<String> found = new ArrayList<>();
    compare(config.path("add_bos_token"), bos, "add_bos_token", "before", files, found);
    compare(config.path("add_eos_token"), eos, "add_eos_token", "behind", files, found);
    return found;
  }

  /** Whether the configuration says anything about it. */
  static boolean isSaid(CheckpointFiles files) {
    JsonNode config = SpecialTokens.config(files);
    return config.has("add_bos_token") || config.has("add_eos_token");
  }

  private static void compare(
      JsonNode said,
      boolean done,
      String key,
      String where,
      CheckpointFiles files,
      List<String> found) {
    if (said.isBoolean() && said.booleanValue() != done) {
      found.add(
          "%s says %s %s, and tokenizer.json puts %s token %s a raw text; tokenizer.json is followed: if the model was trained otherwise, change its post_processor"
              .formatted(
                  files.describe("tokenizer_config.json"),
                  key,
                  said,
                  done ? "a special" : "no special",
                  where));
    }
  }
}
