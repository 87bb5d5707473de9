package org.galton.serve.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.galton.chat.ChatCall;

/** Calls of tools as OpenAI's API tells them. */
final class ToldCalls {
  /** Some templates take no longer one, and nothing but letters and digits. */
  private static final int ID_LENGTH = 9;

  private ToldCalls() {}

  /** Each with an id of its own. */
  static ArrayNode of(List<ChatCall> calls) {
    ArrayNode told = JsonNodeFactory.instance.arrayNode();
    for (ChatCall call : calls) {
      told.addObject()
          .put("id", UUID.randomUUID().toString().replace("-", "").substring(0, ID_LENGTH))
          .put("type", "function")
          .putObject("function")
          .put("name", call.name())
          .put("arguments", call.arguments());
    }
    return told;
  }

  /** The same in a stream: all of each call in one piece. */
  static ArrayNode piece(List<ChatCall> calls) {
    ArrayNode told = of(calls);
    for (int i = 0; i < told.size(); i++) {
      ((ObjectNode) told.get(i)).put("index", i);
    }
    return told;
  }
}
