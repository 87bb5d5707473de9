package org.galton.model.endpoint;

import org.galton.model.ModelPrompt;
import org.galton.spec.InvalidInput;

/** The two forms of a question. */
enum Form {
  TEXT("completions"),
  CHAT("chat/completions");

  private final String resource;

  Form(String resource) {
    this.resource = resource;
  }

  /**
   * @throws InvalidInput when servers are not asked such things
   */
  static Form of(ModelPrompt prompt) {
    if (prompt instanceof ModelPrompt.Begun) {
      throw new InvalidInput(
          "Cannot ask a server to go on with a completion that has begun: expected one of Galton's own decoder; name a checkpoint's folder or a builtin: model");
    }
    if (prompt instanceof ModelPrompt.Tokens) {
      throw new InvalidInput(
          "Cannot ask a server to continue ids of tokens: expected a text or a chat");
    }
    return prompt instanceof ModelPrompt.Chat ? CHAT : TEXT;
  }

  /** Below the API's address. */
  String resource() {
    return resource;
  }
}
