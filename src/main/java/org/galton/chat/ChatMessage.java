package org.galton.chat;

import java.io.Serializable;
import java.util.List;

/**
 * One turn of a chat.
 *
 * @param calls of tools, after the content; the assistant's alone
 * @param callId of a tool's message: which call it answers; empty otherwise
 */
public record ChatMessage(Role role, String content, List<ChatCall> calls, String callId)
    implements Serializable {
  /** Who speaks. */
  public enum Role {
    SYSTEM,
    USER,
    ASSISTANT,
    TOOL
  }

  public ChatMessage {
    calls = List.copyOf(calls);
  }

  /** A text. */
  public ChatMessage(Role role, String content) {
    this(role, content, List.of(), "");
  }

  /** The assistant's words and its calls. */
  public static ChatMessage calling(String content, List<ChatCall> calls) {
    return new ChatMessage(Role.ASSISTANT, content, calls, "");
  }

  /** What a call led to. */
  public static ChatMessage result(String callId, String content) {
    return new ChatMessage(Role.TOOL, content, List.of(), callId);
  }
}
