package org.galton.model.endpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.galton.model.ChatMessage;
import org.galton.model.ModelPrompt;
import org.galton.model.Request;
import org.galton.model.Sampling;

/**
 * What a server is asked.
 *
 * @param resource below the API's address
 */
record Question(String resource, byte[] body) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int KEEP_ALL = -1;

  /**
   * Says all of the sampling, and that nothing else is wanted: servers have defaults of their own.
   * The seed is the upper 31 bits of the first rollout's, which every server takes.
   *
   * @param first of the rollouts asked for
   * @param choices rollouts of its prompt
   */
  static Question of(String model, Request first, int choices, Sampling sampling) {
    ObjectNode root = JSON.createObjectNode().put("model", model);
    String resource;
    if (first.prompt() instanceof ModelPrompt.Chat chat) {
      resource = "chat/completions";
      ArrayNode messages = root.putArray("messages");
      for (ChatMessage message : chat.messages()) {
        messages
            .addObject()
            .put("role", message.role().name().toLowerCase(Locale.ROOT))
            .put("content", message.content());
      }
      root.put("logprobs", true);
    } else {
      resource = "completions";
      root.put("prompt", ((ModelPrompt.Raw) first.prompt()).text()).put("logprobs", 1);
    }
    root.put("n", choices)
        .put("max_tokens", sampling.maxTokens())
        .put("temperature", sampling.temperature())
        .put("top_p", sampling.topP())
        .put("top_k", sampling.topK() == 0 ? KEEP_ALL : sampling.topK())
        .put("min_p", sampling.minP())
        .put("presence_penalty", 0)
        .put("frequency_penalty", 0)
        .put("repetition_penalty", 1)
        .put("seed", first.seed() >>> 33);
    if (!sampling.stop().isEmpty()) {
      ArrayNode stop = root.putArray("stop");
      sampling.stop().forEach(stop::add);
    }
    return new Question(resource, root.toString().getBytes(StandardCharsets.UTF_8));
  }
}
