package org.galton.model.endpoint;

import java.util.List;
import org.galton.chat.ChatMessage;
import org.galton.model.ModelPrompt;
import org.galton.model.Request;

/** The same question with next to nothing in its prompt: who refuses this, refuses any. */
enum Probe {
  ANSWERED,
  REFUSED,
  /** The answer is none that can be read. */
  UNUSABLE,
  /** The server is in trouble. */
  UNDECIDED;

  private static final String SHORT = "1";

  static Request shortened(Request request) {
    return new Request(request.id(), shortened(request.prompt()), request.seed());
  }

  private static ModelPrompt shortened(ModelPrompt prompt) {
    if (prompt instanceof ModelPrompt.Chat chat) {
      // What follows the first call has no place without it.
      List<ChatMessage> messages =
          chat.messages().stream()
              .takeWhile(message -> message.calls().isEmpty())
              .map(message -> new ChatMessage(message.role(), SHORT))
              .toList();
      return new ModelPrompt.Chat(messages, chat.tools());
    }
    return new ModelPrompt.Raw(SHORT);
  }
}
