package org.galton.model.llama.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.model.llama.config.CheckpointFiles;
import org.galton.model.llama.config.CheckpointJson;
import org.galton.spec.InvalidInput;

/**
 * The special tokens that {@code tokenizer_config.json} names. Where it has no {@code
 * added_tokens_decoder}, {@code special_tokens_map.json} names them before it does, as in
 * Transformers.
 *
 * @param byName texts, under names such as {@code bos_token}
 */
public record SpecialTokens(Map<String, String> byName) {
  private static final String CONFIG = "tokenizer_config.json";
  private static final String MAP = "special_tokens_map.json";
  private static final List<String> NAMES =
      List.of(
          "bos_token",
          "eos_token",
          "unk_token",
          "sep_token",
          "pad_token",
          "cls_token",
          "mask_token");

  public SpecialTokens {
    byName = Map.copyOf(byName);
  }

  /**
   * @throws InvalidInput when one of the files cannot be read
   */
  public static SpecialTokens of(CheckpointFiles files) {
    JsonNode config = config(files);
    Map<String, String> tokens = named(config);
    if (!config.has("added_tokens_decoder")) {
      tokens.putAll(named(json(files, MAP)));
    }
    return new SpecialTokens(tokens);
  }

  /** The token that fills batches up, which no prompt holds. */
  public Optional<String> padding() {
    return Optional.ofNullable(byName.get("pad_token"));
  }

  /** An empty object where there is no such file. */
  static JsonNode config(CheckpointFiles files) {
    return json(files, CONFIG);
  }

  private static JsonNode json(CheckpointFiles files, String file) {
    try {
      return files.has(file)
          ? CheckpointJson.object(files.read(file), files.describe(file))
          : new ObjectMapper().createObjectNode();
    } catch (IOException e) {
      throw new InvalidInput("Cannot read " + files.describe(file) + ": " + e);
    }
  }

  private static Map<String, String> named(JsonNode config) {
    Map<String, String> tokens = new HashMap<>();
    for (String name : NAMES) {
      JsonNode token =
          config.path(name).isObject() ? config.path(name).path("content") : config.path(name);
      if (token.isTextual()) {
        tokens.put(name, token.asText());
      }
    }
    return tokens;
  }
}
