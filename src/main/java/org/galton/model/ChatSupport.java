package org.galton.model;

import org.galton.spec.InvalidInput;

/** Whether and how a model answers chats. */
public interface ChatSupport {
  /** Says of every chat that this model takes none. */
  static ChatSupport none(String model) {
    return new ChatSupport() {
      @Override
      public void check(ModelPrompt.Chat chat) {
        throw new InvalidInput(
            "Cannot ask model "
                + model
                + " in a chat: it has no chat template; expected chat_template.jinja or a"
                + " 'chat_template' in tokenizer_config.json; leave out 'chat' to let it continue"
                + " raw texts");
      }

      @Override
      public String digest() {
        return "";
      }
    };
  }

  /**
   * Tries a chat without drawing anything.
   *
   * @throws InvalidInput when the model cannot be asked this
   */
  void check(ModelPrompt.Chat chat);

  /** Hash of everything that turns a chat into tokens, beyond the model's own digest. */
  String digest();
}
