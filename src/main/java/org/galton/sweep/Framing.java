package org.galton.sweep;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.chat.ChatMessage;
import org.galton.model.ModelPrompt;

/** How a task's text is put to a model. */
public sealed interface Framing extends Serializable {
  /** Stands for the task's text in a chat's words. */
  String PROMPT = "{prompt}";

  /** As it is, to be continued. */
  record Raw() implements Framing {
    @Override
    public ModelPrompt prompt(String text) {
      return new ModelPrompt.Raw(text);
    }
  }

  /**
   * In the last turn of a chat.
   *
   * @param messages the last is the user's and holds {@link #PROMPT}
   */
  record Chat(List<ChatMessage> messages) implements Framing {
    public Chat {
      messages = List.copyOf(messages);
      if (!user(messages).contains(PROMPT)) {
        throw new IllegalArgumentException(
            "Invalid user '" + user(messages) + "': expected a text with " + PROMPT);
      }
    }

    /** A chat of one question, with or without words of the system before it. */
    static Chat of(Optional<String> system, String user) {
      List<ChatMessage> messages = new ArrayList<>();
      system.ifPresent(text -> messages.add(new ChatMessage(ChatMessage.Role.SYSTEM, text)));
      messages.add(new ChatMessage(ChatMessage.Role.USER, user));
      return new Chat(messages);
    }

    Optional<String> system() {
      return messages.stream()
          .filter(message -> message.role() == ChatMessage.Role.SYSTEM)
          .map(ChatMessage::content)
          .findFirst();
    }

    String user() {
      return user(messages);
    }

    @Override
    public ModelPrompt prompt(String text) {
      List<ChatMessage> filled = new ArrayList<>(messages.subList(0, messages.size() - 1));
      filled.add(new ChatMessage(ChatMessage.Role.USER, user().replace(PROMPT, text)));
      return new ModelPrompt.Chat(filled);
    }

    /** What of it shapes the distribution, in words. */
    List<String> identity() {
      List<String> parts = new ArrayList<>(List.of("chat"));
      for (ChatMessage message : messages) {
        parts.add(message.role().name());
        parts.add(message.content());
      }
      return parts;
    }

    private static String user(List<ChatMessage> messages) {
      return messages.get(messages.size() - 1).content();
    }
  }

  /** What a model is given for a task's text. */
  ModelPrompt prompt(String text);
}
