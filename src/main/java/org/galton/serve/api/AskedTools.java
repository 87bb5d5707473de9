package org.galton.serve.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.galton.chat.ChatTool;

/** The tools that a chat offers. The model decides whether it calls one: nothing holds it to it. */
final class AskedTools {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MOST = 128;
  private static final String NAME = "[A-Za-z0-9_.-]{1,64}";
  private static final String NO_CALL = "none";

  private AskedTools() {}

  /** None where the client says that none is to be called. */
  static List<ChatTool> read(RequestFields fields) {
    JsonNode tools = fields.take("tools").orElse(JSON.arrayNode());
    JsonNode choice = fields.take("tool_choice").orElse(JSON.textNode("auto"));
    fields.off("functions", List.of(JSON.arrayNode()));
    fields.off("function_call", List.of(JSON.textNode(NO_CALL), JSON.textNode("auto")));
    if (!choice.asText().equals("auto") && !choice.asText().equals(NO_CALL)) {
      throw RequestFields.wrong(
          "tool_choice", choice, "auto or none: the decoder cannot force a call");
    }
    if (!tools.isArray() || tools.size() > MOST) {
      throw RequestFields.wrong("tools", tools, "a list of at most %d tools".formatted(MOST));
    }
    if (!tools.isEmpty()) {
      fields.off("parallel_tool_calls", List.of(JSON.booleanNode(true)));
    }
    List<ChatTool> read = new ArrayList<>();
    for (JsonNode tool : tools) {
      read.add(tool("tools[%d]".formatted(read.size()), tool));
    }
    return choice.asText().equals(NO_CALL) ? List.of() : List.copyOf(read);
  }

  private static ChatTool tool(String place, JsonNode tool) {
    JsonNode function = tool.path("function");
    String name = function.path("name").asText();
    if (!tool.path("type").asText().equals("function") || !name.matches(NAME)) {
      throw RequestFields.wrong(
          place,
          tool,
          "an object with 'type' function and a 'function' whose 'name' has up to 64 letters, digits, _ . or -");
    }
    if (function.path("strict").asBoolean()) {
      throw ApiProblem.of(
          place,
          "Cannot offer %s with 'strict' true: the decoder does not hold a model to a schema; leave it out"
              .formatted(place));
    }
    return new ChatTool(name, tool.toString());
  }
}
