package org.galton.chat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Calls of tools as text, as models of the families Hermes and Qwen write them: {@code
 * <tool_call>{"name": "calculator", "arguments": {"expression": "12*7"}}</tool_call>}.
 */
public final class CallText {
  public static final String BEGIN = "<tool_call>";
  public static final String END = "</tool_call>";

  /** Deeper arguments cannot be read: templates go through them by recursion. */
  private static final int DEEPEST = 64;

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Words, and calls after them.
   *
   * @param words as they were said, up to the first call
   * @param calls their ids are empty
   */
  public record Said(String words, List<ChatCall> calls) {}

  private CallText() {}

  /**
   * Takes an answer apart whose end is calls; empty where it has none, where one of them cannot be
   * read, or where something else than white space stands between or behind them.
   */
  public static Optional<Said> read(String answer) {
    int first = answer.indexOf(BEGIN);
    List<ChatCall> calls = new ArrayList<>();
    int at = first;
    while (at >= 0 && answer.startsWith(BEGIN, at)) {
      int end = answer.indexOf(END, at);
      Optional<ChatCall> call =
          call(answer.substring(at + BEGIN.length(), end < 0 ? answer.length() : end));
      if (call.isEmpty()) {
        return Optional.empty();
      }
      calls.add(call.get());
      at = end < 0 ? answer.length() : end + END.length();
      while (at < answer.length() && Character.isWhitespace(answer.charAt(at))) {
        at++;
      }
    }
    return at < answer.length()
        ? Optional.empty()
        : Optional.of(new Said(answer.substring(0, first), List.copyOf(calls)));
  }

  /** What stands between the two marks of a call; empty where it cannot be read. */
  public static Optional<ChatCall> call(String json) {
    JsonNode call = object(json);
    JsonNode arguments = call.path("arguments");
    return call.path("name").isTextual() && arguments.isObject()
        ? Optional.of(new ChatCall("", call.path("name").asText(), SpacedJson.of(arguments)))
        : Optional.empty();
  }

  /** As {@link #read} takes it apart. Arguments that are no JSON object are written as a text. */
  public static String write(String words, List<ChatCall> calls) {
    StringBuilder text = new StringBuilder(words);
    for (ChatCall call : calls) {
      JsonNode arguments = object(call.arguments());
      ObjectNode node = JsonNodeFactory.instance.objectNode().put("name", call.name());
      if (arguments.isObject()) {
        node.set("arguments", arguments);
      } else {
        node.put("arguments", call.arguments());
      }
      if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
        text.append('\n');
      }
      text.append(BEGIN).append('\n').append(SpacedJson.of(node)).append('\n').append(END);
    }
    return text.toString();
  }

  /** Arguments in the form of {@link ChatCall}; empty where they are no JSON object. */
  public static Optional<String> arguments(String json) {
    return Optional.of(object(json)).filter(JsonNode::isObject).map(SpacedJson::of);
  }

  private static JsonNode object(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      return JsonNodeFactory.instance.missingNode();
    }
  }
}
