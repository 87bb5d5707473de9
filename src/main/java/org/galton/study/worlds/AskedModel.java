package org.galton.study.worlds;

import java.util.List;
import org.galton.chat.ChatMessage;
import org.galton.model.LanguageModel;
import org.galton.model.ModelPrompt;

/** How a model of either kind is asked. */
final class AskedModel {
  private AskedModel() {}

  /** A chat where the model answers chats, else a text to continue. */
  static ModelPrompt prompt(LanguageModel model, String text) {
    return !model.card().chat().digest().isEmpty()
        ? new ModelPrompt.Chat(List.of(new ChatMessage(ChatMessage.Role.USER, text)))
        : new ModelPrompt.Raw(text);
  }
}
