package org.galton.model.llama.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** {@code eos_token_id} of a {@code generation_config.json} or a {@code config.json}. */
public final class EndTokensJson {
  private EndTokensJson() {}

  /** One id or a list of them; none where the key is absent. */
  public static Set<Long> read(ConfigNode config) {
    Set<Long> ids = new LinkedHashSet<>();
    JsonNode node = config.value("eos_token_id");
    if (isId(node)) {
      ids.add(node.asLong());
    } else if (node.isArray()) {
      for (JsonNode id : node) {
        if (!isId(id)) {
          throw config.invalid("eos_token_id", "token ids");
        }
        ids.add(id.asLong());
      }
    } else if (config.has("eos_token_id")) {
      throw config.invalid("eos_token_id", "a token id or a list of them");
    }
    return ids;
  }

  private static boolean isId(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong();
  }
}
