package org.galton.samplelog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Chat messages as one text. */
final class ChatText {
  private ChatText() {}

  /**
   * A lone user's message as its text. Several messages as JSON, with role and content only: ids
   * and the like are new in every log.
   */
  static String ofPrompt(JsonNode messages) {
    if (messages.isTextual()) {
      return messages.asText();
    }
    JsonNode only = messages.path(0);
    if (messages.size() == 1 && "user".equals(only.path("role").asText()) && isText(only)) {
      return ofContent(only.path("content"));
    }
    ArrayNode kept = JsonNodeFactory.instance.arrayNode();
    for (JsonNode message : messages) {
      kept.addObject()
          .put("role", message.path("role").asText())
          .set("content", message.path("content"));
    }
    return kept.toString();
  }

  /** A content's text, or its text parts one after the other; empty where it has none. */
  static String ofContent(JsonNode content) {
    if (content.isTextual()) {
      return content.asText();
    }
    StringBuilder text = new StringBuilder();
    content.forEach(part -> text.append(part.path("text").asText()));
    return text.toString();
  }

  private static boolean isText(JsonNode message) {
    for (JsonNode part : message.path("content")) {
      if (!part.path("text").isTextual()) {
        return false;
      }
    }
    return true;
  }
}
