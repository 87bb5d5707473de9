package org.galton.model.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.galton.chat.CallText;
import org.galton.chat.ChatCall;
import org.galton.model.Completion;
import org.galton.model.Completion.Finish;

/**
 * One continuation in a server's answer, read alike from a response and from a stored one.
 *
 * @param text what the model said to the user, and behind it its calls of tools as {@link CallText}
 *     writes them; empty where its whole budget went into reasoning. A refusal is the text
 * @param tokens drawn; {@link Completion#UNKNOWN} where the server does not say
 * @param logprobSum their log-probability in nats as the server counts it; NaN where it gives none
 */
public record Choice(String text, Finish finish, int tokens, double logprobSum) {
  /** What vLLM writes for the logarithm of 0; llama.cpp writes the least float. */
  private static final double LOG_OF_ZERO = -9999;

  /**
   * Reads an element of {@code choices}, of a chat or of a text.
   *
   * @param usage of the whole answer, if this is its only choice; else a missing node
   * @param maxTokens what was asked for; decides where the server does not say why the text ended
   * @throws PassingFault when this is no choice, or the server gave up on it
   */
  public static Choice read(JsonNode choice, JsonNode usage, OptionalInt maxTokens) {
    List<JsonNode> logprobs = logprobs(choice.path("logprobs"));
    int tokens = count(usage.path("completion_tokens"));
    if (tokens == Completion.UNKNOWN && !logprobs.isEmpty()) {
      tokens = logprobs.size();
    }
    Finish finish = finish(choice.path("finish_reason"), tokens, maxTokens);
    return new Choice(text(choice), finish, tokens, sum(logprobs));
  }

  /** A number of tokens; {@link Completion#UNKNOWN} where this is none. */
  static int count(JsonNode tokens) {
    return tokens.isIntegralNumber() && tokens.canConvertToInt() && tokens.intValue() >= 0
        ? tokens.intValue()
        : Completion.UNKNOWN;
  }

  private static Finish finish(JsonNode reason, int tokens, OptionalInt maxTokens) {
    if (reason.isMissingNode() || reason.isNull()) {
      return maxTokens.isPresent() && tokens >= maxTokens.getAsInt() ? Finish.LENGTH : Finish.STOP;
    }
    return switch (reason.asText().toLowerCase(Locale.ROOT)) {
      case "stop", "eos", "eos_token", "stop_sequence", "end_turn" -> Finish.STOP;
      // A text that a filter ended counts as it stands.
      case "content_filter", "refusal", "tool_calls", "function_call" -> Finish.STOP;
      case "length", "max_tokens", "model_length" -> Finish.LENGTH;
      default ->
          throw new PassingFault(
              "ended a choice with finish_reason %s, which is neither stop nor length"
                  .formatted(word(reason.asText())));
    };
  }

  /** Without halves of surrogate pairs, which no table can hold. */
  private static String text(JsonNode choice) {
    JsonNode message = choice.path("message");
    if (!message.isObject() && !choice.has("text")) {
      throw PassingFault.inAnswer("sent a choice without text");
    }
    String text =
        message.isObject()
            ? CallText.write(content(message), calls(message.path("tool_calls")))
            : content(choice.path("text"), "text");
    return text.replaceAll("\\p{Cs}", "\uFFFD");
  }

  /** Their ids are the server's, and no part of what the model said. */
  private static List<ChatCall> calls(JsonNode calls) {
    if (!calls.isMissingNode() && !calls.isNull() && !calls.isArray()) {
      throw PassingFault.inAnswer("sent a choice whose 'tool_calls' is no list");
    }
    List<ChatCall> read = new ArrayList<>();
    for (JsonNode call : calls) {
      JsonNode function = call.path("function");
      JsonNode arguments = function.path("arguments");
      if (!function.path("name").isTextual() || !(arguments.isTextual() || arguments.isObject())) {
        throw PassingFault.inAnswer("sent a choice with a call of a tool that cannot be read");
      }
      read.add(
          new ChatCall(
              "",
              function.path("name").textValue(),
              arguments.isTextual() ? arguments.textValue() : arguments.toString()));
    }
    return read;
  }

  private static String content(JsonNode message) {
    String content = content(message.path("content"), "content");
    return content.isEmpty() && message.path("refusal").isTextual()
        ? message.path("refusal").textValue()
        : content;
  }

  /** A text, or the text parts of a list one after the other; nothing is an empty text. */
  private static String content(JsonNode content, String key) {
    if (content.isTextual()) {
      return content.textValue();
    }
    if (!content.isMissingNode() && !content.isNull() && !content.isArray()) {
      throw PassingFault.inAnswer("sent a choice whose '" + key + "' is no text");
    }
    StringBuilder text = new StringBuilder();
    content.forEach(part -> text.append(part.path("text").asText()));
    return text.toString();
  }

  /** Of the tokens drawn; completions have another form than chats, but not on every server. */
  private static List<JsonNode> logprobs(JsonNode logprobs) {
    List<JsonNode> values = new ArrayList<>();
    logprobs.path("token_logprobs").forEach(values::add);
    logprobs.path("content").forEach(token -> values.add(token.path("logprob")));
    return values;
  }

  private static double sum(List<JsonNode> logprobs) {
    double sum = logprobs.isEmpty() ? Double.NaN : 0;
    for (JsonNode logprob : logprobs) {
      boolean known = logprob.isNumber() && logprob.doubleValue() > LOG_OF_ZERO;
      sum += known ? logprob.doubleValue() : Double.NaN;
    }
    return Double.isFinite(sum) ? sum : Double.NaN;
  }

  /** A server may write anything here. */
  private static String word(String reason) {
    return reason.matches("[a-z_]{1,20}") ? reason : "unknown";
  }
}
