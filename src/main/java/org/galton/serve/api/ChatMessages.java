package org.galton.serve.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.galton.model.ChatMessage;

/** The turns of a chat: who speaks, and a text. */
final class ChatMessages {
  private static final Map<String, ChatMessage.Role> ROLES =
      Map.of(
          "system", ChatMessage.Role.SYSTEM,
          "user", ChatMessage.Role.USER,
          "assistant", ChatMessage.Role.ASSISTANT);

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
      throw RequestFields.wrong(place + ".role", role, "system, user or assistant");
    }
    JsonNode content =
        fields
            .take("content")
            .orElseThrow(() -> ApiProblem.of(place, "Missing 'content' of " + place));
    try {
      fields.end();
    } catch (ApiProblem e) {
      throw ApiProblem.of(place + "." + e.field().orElse(""), e.getMessage());
    }
    return new ChatMessage(who, text(place + ".content", content));
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
