package org.galton.chat;

import java.util.List;

/**
 * A chat whose next turn is the assistant's.
 *
 * @param messages the first is the user's: what it is about
 * @param tools that the assistant may call
 */
public record Dialogue(List<ChatMessage> messages, List<ChatTool> tools) {
  public Dialogue {
    messages = List.copyOf(messages);
    tools = List.copyOf(tools);
  }
}
