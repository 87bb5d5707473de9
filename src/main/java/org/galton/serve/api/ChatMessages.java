package org.galton.serve.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.chat.CallText;
import org.galton.chat.ChatCall;
import org.galton.chat.ChatMessage;

/** The turns of a chat: who speaks, a text, calls of tools and their results. */
final class ChatMessages {
  private static final Map<String, ChatMessage.Role> ROLES =
      Map.of(
          "system", ChatMessage.Role.SYSTEM,
          "user", ChatMessage.Role.USER,
          "assistant", ChatMessage.Role.ASSISTANT,
          "tool", ChatMessage.Role.TOOL);

  /** What answers have beside text and calls; clients send it back. */
  private static final List<String> NOTHING =
      List.of("refusal", "annotations", "audio", "function_call");

  private ChatMessages() {}

  static List<ChatMessage> read(JsonNode messages) {
    if (!messages.isArray() || messages.isEmpty()) {
      throw RequestFields.wrong("messages", messages, "a list of at least one message");
    }
    List<ChatMessage> read = new ArrayList<>();
    for (JsonNode message : messages) {
      read.add(message("messages[%d]".formatted(read.size()), message));
    }
    return read;
  }

  private static ChatMessage message(String place, JsonNode node) {
    if (!(node instanceof ObjectNode message)) {
      throw RequestFields.wrong(place, node, "an object with 'role' and 'content'");
    }
    RequestFields fields = new RequestFields(message);
    JsonNode role =
        fields.take("role").orElseThrow(() -> ApiProblem.of(place, "Missing 'role' of " + place));
    ChatMessage.Role who = ROLES.get(role.asText());
    if (who == null) {
      throw RequestFields.wrong(place + ".role", role, "system, user, assistant or tool");
    }
    List<ChatCall> calls =
        who == ChatMessage.Role.ASSISTANT
            ? fields
                .take("tool_calls")
                .map(given -> calls(place + ".tool_calls", given))
                .orElse(List.of())
            : List.of();
    Optional<JsonNode> content = fields.take("content");
    if (content.isEmpty() && calls.isEmpty()) {
      throw ApiProblem.of(place, "Missing 'content' of " + place);
    }
    String id = who == ChatMessage.Role.TOOL ? id(place, fields) : "";
    try {
      if (who == ChatMessage.Role.ASSISTANT) {
        NOTHING.forEach(name -> fields.off(name, List.of(JsonNodeFactory.instance.arrayNode())));
      }
      fields.end();
    } catch (ApiProblem e) {
      throw ApiProblem.of(place + "." + e.field().orElse(""), e.getMessage());
    }
    return new ChatMessage(
        who, content.map(given -> text(place + ".content", given)).orElse(""), calls, id);
  }

  private static String id(String place, RequestFields fields) {
    JsonNode id =
        fields
            .take("tool_call_id")
            .orElseThrow(() -> ApiProblem.of(place, "Missing 'tool_call_id' of " + place));
    if (!id.isTextual()) {
      throw RequestFields.wrong(place + ".tool_call_id", id, "a text");
    }
    return id.textValue();
  }

  private static List<ChatCall> calls(String place, JsonNode calls) {
    if (!calls.isArray()) {
      throw RequestFields.wrong(place, calls, "a list of calls");
    }
    List<ChatCall> read = new ArrayList<>();
    for (JsonNode call : calls) {
      JsonNode function = call.path("function");
      Optional<String> arguments = CallText.arguments(function.path("arguments").asText());
      if (!call.path("id").isTextual()
          || !function.path("name").isTextual()
          || arguments.isEmpty()) {
        throw RequestFields.wrong(
            "%s[%d]".formatted(place, read.size()),
            call,
            "an object with 'id' and a 'function' with 'name' and with 'arguments', the text of a JSON object");
      }
      read.add(
          new ChatCall(
              call.path("id").textValue(), function.path("name").textValue(), arguments.get()));
    }
    return read;
  }

  /** A text, or texts in parts. */
  private static String text(String place, JsonNode content) {
    if (content.isTextual()) {
      return content.textValue();
    }
    if (!content.isArray()) {
      throw RequestFields.wrong(place, content, "a text or a list of parts");
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode part : content) {
      if (!part.path("type").asText().equals("text") || !part.path("text").isTextual()) {
        throw RequestFields.wrong(place, part, "parts of type text: this model reads nothing else");
      }
      text.append(part.path("text").textValue());
    }
    return text.toString();
  }
}
