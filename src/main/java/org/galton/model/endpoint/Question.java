package org.galton.model.endpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.galton.chat.ChatCall;
import org.galton.chat.ChatMessage;
import org.galton.model.ModelPrompt;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.spec.InvalidInput;

/**
 * What a server is asked.
 *
 * @param resource below the API's address
 */
record Question(String resource, byte[] body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Says all of the sampling that the server takes.
   *
   * @param first of the rollouts asked for
   * @param choices rollouts of its prompt
   * @throws InvalidInput when it does not take what the sampling needs
   */
  static Question of(String model, Request first, int choices, Sampling sampling, Dialect dialect) {
    ObjectNode root = JSON.createObjectNode().put("model", model);
    Form form = Form.of(first.prompt());
    if (first.prompt() instanceof ModelPrompt.Chat chat) {
      ArrayNode messages = root.putArray("messages");
      chat.messages().forEach(message -> write(messages.addObject(), message));
      if (!chat.tools().isEmpty()) {
        ArrayNode tools = root.putArray("tools");
        chat.tools().forEach(tool -> tools.addRawValue(new RawValue(tool.definition())));
      }
    } else {
      root.put("prompt", ((ModelPrompt.Raw) first.prompt()).text());
    }
    // Other servers take 31 bits, all of them.
    long seed = dialect.server() == ServerKind.GALTON ? first.seed() : first.seed() >>> 33;
    for (QuestionKey key : QuestionKey.of(sampling, choices, seed, form, dialect.server())) {
      if (key.name().equals(Dialect.MAX_TOKENS)) {
        root.set(dialect.maxTokensKey(), key.value());
      } else if (!dialect.omits(key.name())) {
        root.set(key.name(), key.value());
      } else if (key.weight() == QuestionKey.Weight.ASKED) {
        throw new InvalidInput(
            "Cannot ask model %s: the server does not take '%s', which the sampling sets to %s;"
                    .formatted(model, key.name(), key.value())
                + " switch it off in the sampling");
      }
    }
    return new Question(form.resource(), root.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void write(ObjectNode node, ChatMessage message) {
    node.put("role", message.role().name().toLowerCase(Locale.ROOT));
    // Where there are calls, an empty text is one too many for some servers.
    node.put(
        "content",
        message.calls().isEmpty() || !message.content().isEmpty() ? message.content() : null);
    if (!message.callId().isEmpty()) {
      node.put("tool_call_id", message.callId());
    }
    if (!message.calls().isEmpty()) {
      ArrayNode calls = node.putArray("tool_calls");
      for (ChatCall call : message.calls()) {
        calls
            .addObject()
            .put("id", call.id())
            .put("type", "function")
            .putObject("function")
            .put("name", call.name())
            .put("arguments", call.arguments());
      }
    }
  }
}
