package org.galton.model.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.galton.model.Sampling;

/**
 * A key of a question beside its prompt.
 *
 * @param weight what is lost where a server does not take it
 */
record QuestionKey(String name, JsonNode value, Weight weight) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int KEEP_ALL = -1;

  /** What a server can be asked without. */
  static final List<String> OMITTABLE =
      List.of(
          "logprobs",
          "top_logprobs",
          Dialect.SEVERAL,
          "temperature",
          "top_p",
          "top_k",
          "min_p",
          "presence_penalty",
          "frequency_penalty",
          "repetition_penalty",
          "seed");

  /** What is lost without a key. */
  enum Weight {
    /** Another distribution would be drawn from. */
    ASKED,
    /** Nothing, for a server that has no such thing: it says that something is off. */
    OFF,
    /** A fact about the rollout, or that it can be drawn again. */
    EXTRA
  }

  /**
   * All of the sampling, and that nothing else is wanted: servers have defaults of their own.
   *
   * @param seed of the first rollout, as much of it as the server takes
   */
  static List<QuestionKey> of(
      Sampling sampling, int choices, long seed, Form form, ServerKind server) {
    List<QuestionKey> keys = new ArrayList<>();
    if (form == Form.CHAT) {
      keys.add(extra("logprobs", JSON.booleanNode(true)));
      // Without it llama.cpp sends twenty alternatives a token, with 0 nothing.
      keys.add(extra("top_logprobs", JSON.numberNode(1)));
    } else {
      keys.add(extra("logprobs", JSON.numberNode(1)));
    }
    keys.add(key(Dialect.SEVERAL, JSON.numberNode(choices), choices == 1));
    keys.add(key(Dialect.MAX_TOKENS, JSON.numberNode(sampling.maxTokens()), false));
    keys.add(
        key("temperature", JSON.numberNode(sampling.temperature()), sampling.temperature() == 1));
    keys.add(key("top_p", JSON.numberNode(sampling.topP()), sampling.topP() == 1));
    int topK = sampling.topK();
    keys.add(key("top_k", JSON.numberNode(topK == 0 ? KEEP_ALL : topK), topK == 0));
    keys.add(key("min_p", JSON.numberNode(sampling.minP()), sampling.minP() == 0));
    keys.add(off("presence_penalty", 0));
    keys.add(off("frequency_penalty", 0));
    keys.add(off("repetition_penalty", 1));
    if (server == ServerKind.LLAMA_CPP) {
      llamaCpp(keys);
    }
    keys.add(extra("seed", JSON.numberNode(seed)));
    if (!sampling.stop().isEmpty()) {
      ArrayNode stop = JSON.arrayNode();
      sampling.stop().forEach(stop::add);
      keys.add(key("stop", stop, false));
    }
    return List.copyOf(keys);
  }

  /** Its words for what it may have been started with, and the order that {@link Sampling} has. */
  private static void llamaCpp(List<QuestionKey> keys) {
    keys.add(off("repeat_penalty", 1));
    keys.add(off("dry_multiplier", 0));
    keys.add(off("xtc_probability", 0));
    keys.add(off("typical_p", 1));
    keys.add(off("dynatemp_range", 0));
    keys.add(off("top_n_sigma", -1));
    keys.add(off("mirostat", 0));
    ArrayNode order = JSON.arrayNode().add("temperature").add("top_k").add("top_p").add("min_p");
    keys.add(new QuestionKey("samplers", order, Weight.OFF));
  }

  private static QuestionKey key(String name, JsonNode value, boolean off) {
    return new QuestionKey(name, value, off ? Weight.OFF : Weight.ASKED);
  }

  private static QuestionKey off(String name, int value) {
    return new QuestionKey(name, JSON.numberNode(value), Weight.OFF);
  }

  private static QuestionKey extra(String name, JsonNode value) {
    return new QuestionKey(name, value, Weight.EXTRA);
  }
}
