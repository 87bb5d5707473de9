package org.galton.view.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.galton.report.VisibleText;

/** A message of a prompt that is a chat, as an import stores one: a JSON list of such messages. */
public record ChatTurn(String role, String text) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BEGIN = "[{\"role\":\"";
  private static final int MOST_CHARACTERS = 1_000_000;
  private static final int MOST_MESSAGES = 300;
  private static final int LONGEST = 50_000;

  /**
   * The messages of a prompt; none where it is something else, such as a text, or messages with
   * pictures or calls of tools.
   */
  public static List<ChatTurn> of(String prompt) {
    if (prompt.length() > MOST_CHARACTERS || !prompt.startsWith(BEGIN)) {
      return List.of();
    }
    JsonNode messages;
    try {
      messages = JSON.readTree(prompt);
    } catch (JsonProcessingException e) {
      return List.of();
    }
    if (messages.size() > MOST_MESSAGES) {
      return List.of();
    }
    List<ChatTurn> turns = new ArrayList<>();
    for (JsonNode message : messages) {
      JsonNode content = message.path("content");
      if (message.size() != 2 || !message.path("role").isTextual() || !isText(content)) {
        return List.of();
      }
      turns.add(
          new ChatTurn(
              VisibleText.line(message.path("role").asText(), 40),
              VisibleText.of(text(content), LONGEST)));
    }
    return turns;
  }

  private static boolean isText(JsonNode content) {
    boolean parts = content.isArray();
    for (JsonNode part : content) {
      parts &= part.path("text").isTextual();
    }
    return content.isTextual() || parts;
  }

  private static String text(JsonNode content) {
    StringBuilder text = new StringBuilder(content.asText());
    content.forEach(part -> text.append(part.path("text").asText()));
    return text.toString();
  }
}
