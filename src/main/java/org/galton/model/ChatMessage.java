package org.galton.model;

import java.io.Serializable;

/** One turn of a chat. */
public record ChatMessage(Role role, String content) implements Serializable {
  /** Who speaks. */
  public enum Role {
    SYSTEM,
    USER,
    ASSISTANT
  }
}
