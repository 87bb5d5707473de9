package org.galton.model.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.galton.model.Completion.Finish;

/** Reads the body of a successful response, and takes nothing on trust. */
final class AnswerReader {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private AnswerReader() {}

  /**
   * @param asked how many choices were asked for
   * @param type the response's content type, for messages
   * @throws PassingFault when this is no answer, or one to another question
   */
  static Answer read(byte[] body, int asked, String type, double seconds) {
    JsonNode root = json(body, type);
    JsonNode choices = root.path("choices");
    if (!choices.isArray()) {
      throw new PassingFault("sent an answer without 'choices'");
    }
    if (choices.isEmpty() || choices.size() > asked) {
      throw new PassingFault("sent %,d choices for %,d".formatted(choices.size(), asked));
    }
    Set<Integer> indexes = new HashSet<>();
    List<Choice> read = new ArrayList<>();
    for (JsonNode choice : choices) {
      if (!indexes.add(choice.path("index").asInt(read.size()))) {
        throw new PassingFault("sent two choices with the same 'index'");
      }
      read.add(choice(choice, asked, root.path("usage")));
    }
    return new Answer(List.copyOf(read), tokens(root.path("usage"), "prompt_tokens"), seconds);
  }

  private static JsonNode json(byte[] body, String type) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      JsonNode root = JSON.readTree(text);
      if (root != null && root.isObject()) {
        return root;
      }
    } catch (CharacterCodingException e) {
      throw new PassingFault("sent a body that is no UTF-8");
    } catch (JsonProcessingException e) {
      // As for any other body that is no object; the parser's message would repeat its text.
    }
    throw new PassingFault("sent a body of type '" + type + "' that is no JSON object");
  }

  private static Choice choice(JsonNode choice, int asked, JsonNode usage) {
    Finish finish =
        switch (choice.path("finish_reason").asText()) {
          case "stop" -> Finish.STOP;
          case "length" -> Finish.LENGTH;
          default ->
              throw new PassingFault(
                  "ended a choice with finish_reason %s, which is neither stop nor length"
                      .formatted(word(choice.path("finish_reason").asText())));
        };
    String text = text(choice);
    List<JsonNode> logprobs = logprobs(choice.path("logprobs"));
    if (asked > 1 && logprobs.isEmpty() && !text.isEmpty()) {
      throw new PassingFault(
          "sent no log-probabilities, by which alone the tokens of several choices are told apart;"
              + " set n to 1");
    }
    int tokens =
        asked > 1 || (!usage.has("completion_tokens") && !logprobs.isEmpty())
            ? logprobs.size()
            : tokens(usage, "completion_tokens");
    return new Choice(text, finish, tokens, sum(logprobs));
  }

  /** Without halves of surrogate pairs, which no table can hold. */
  private static String text(JsonNode choice) {
    JsonNode text =
        choice.has("message") ? choice.path("message").path("content") : choice.path("text");
    if (text.isNull()) {
      return "";
    }
    if (!text.isTextual()) {
      throw new PassingFault("sent a choice without text");
    }
    return text.textValue().replaceAll("\\p{Cs}", "\uFFFD");
  }

  /** Of the tokens drawn; completions have another form than chats, but not on every server. */
  private static List<JsonNode> logprobs(JsonNode logprobs) {
    List<JsonNode> values = new ArrayList<>();
    logprobs.path("token_logprobs").forEach(values::add);
    logprobs.path("content").forEach(token -> values.add(token.path("logprob")));
    return values;
  }

  private static double sum(List<JsonNode> logprobs) {
    if (logprobs.isEmpty()) {
      return Double.NaN;
    }
    double sum = 0;
    for (JsonNode logprob : logprobs) {
      sum += logprob.isNumber() ? logprob.doubleValue() : Double.NaN;
    }
    return Double.isFinite(sum) ? sum : Double.NaN;
  }

  private static int tokens(JsonNode usage, String key) {
    JsonNode tokens = usage.path(key);
    if (!tokens.canConvertToInt() || !tokens.isIntegralNumber() || tokens.intValue() < 0) {
      throw new PassingFault("sent an answer without a number of tokens in 'usage." + key + "'");
    }
    return tokens.intValue();
  }

  /** A server may write anything here. */
  private static String word(String reason) {
    return reason.matches("[a-z_]{1,20}") ? reason : "unknown";
  }
}
