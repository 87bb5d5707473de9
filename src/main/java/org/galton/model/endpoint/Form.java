package org.galton.model.endpoint;

import org.galton.model.ModelPrompt;

/** The two forms of a question. */
enum Form {
  TEXT("completions"),
  CHAT("chat/completions");

  private final String resource;

  Form(String resource) {
    this.resource = resource;
  }

  static Form of(ModelPrompt prompt) {
    return prompt instanceof ModelPrompt.Chat ? CHAT : TEXT;
  }

  /** Below the API's address. */
  String resource() {
    return resource;
  }
}
