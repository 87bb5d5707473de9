package org.galton.serve.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fields of OpenAI's API and of other servers that the decoder has nothing for. */
final class NeutralFields {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** They say who asks or how a bill is written, and shape no text. */
  private static final List<String> IGNORED =
      List.of(
          "user",
          "metadata",
          "service_tier",
          "safety_identifier",
          "prompt_cache_key",
          "parallel_tool_calls");

  /** Each with the values that say that it is off: clients send their defaults. */
  private static final Map<String, List<JsonNode>> OFF = off();

  private NeutralFields() {}

  private static Map<String, List<JsonNode>> off() {
    JsonNode no = JSON.booleanNode(false);
    JsonNode yes = JSON.booleanNode(true);
    JsonNode zero = JSON.numberNode(0);
    JsonNode one = JSON.numberNode(1);
    JsonNode none = JSON.arrayNode();
    Map<String, List<JsonNode>> off = new LinkedHashMap<>();
    off.put("presence_penalty", List.of(zero));
    off.put("frequency_penalty", List.of(zero));
    off.put("repetition_penalty", List.of(one));
    off.put("repeat_penalty", List.of(one));
    off.put("length_penalty", List.of(one));
    off.put("typical_p", List.of(one));
    off.put("min_tokens", List.of(zero));
    off.put("logit_bias", List.of(JSON.objectNode()));
    off.put("stop_token_ids", List.of(none));
    off.put("ignore_eos", List.of(no));
    off.put("use_beam_search", List.of(no));
    off.put("skip_special_tokens", List.of(yes));
    off.put("spaces_between_special_tokens", List.of(yes));
    off.put("include_stop_str_in_output", List.of(no));
    off.put("return_token_ids", List.of(no));
    off.put("store", List.of(no));
    off.put("response_format", List.of(JSON.objectNode().put("type", "text")));
    return off;
  }

  static void read(RequestFields fields) {
    IGNORED.forEach(fields::take);
    OFF.forEach(fields::off);
  }
}
