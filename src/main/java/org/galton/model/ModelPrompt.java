package org.galton.model;

import java.io.Serializable;
import java.util.List;

/** What a model is given: a text to continue, or a chat to answer. */
public sealed interface ModelPrompt extends Serializable {
  /** A text that the completion continues, character by character as it is. */
  record Raw(String text) implements ModelPrompt {}

  /** A chat whose next turn is the assistant's; the model's own template makes a text of it. */
  record Chat(List<ChatMessage> messages) implements ModelPrompt {
    public Chat {
      messages = List.copyOf(messages);
    }
  }
}
