package org.galton.model.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.galton.model.Completion;

/** Reads the body of a successful response, and takes nothing on trust. */
final class AnswerReader {
  /** Python's servers write the logarithm of 0 as {@code -Infinity}. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  /** Where llama.cpp, Ollama and TGI have the text in APIs of their own. */
  private static final List<String> OTHER_APIS = List.of("content", "response", "generated_text");

  private AnswerReader() {}

  /**
   * @param asked how many choices were asked for
   * @param maxTokens what was asked for
   * @param type the response's content type, for messages
   * @throws PassingFault when this is no answer, or one to another question
   * @throws OtherApi when this is the answer of another API than OpenAI's
   * @throws SingleOnly when the tokens of several choices cannot be told apart
   */
  static Answer read(byte[] body, int asked, int maxTokens, String type, double seconds) {
    JsonNode root = json(body, type);
    JsonNode choices = root.path("choices");
    if (!choices.isArray() && OTHER_APIS.stream().anyMatch(root::has)) {
      throw new OtherApi();
    }
    if (!choices.isArray()) {
      throw PassingFault.inAnswer("sent an answer without 'choices'");
    }
    if (choices.isEmpty() || choices.size() > asked) {
      throw PassingFault.inAnswer("sent %,d choices for %,d".formatted(choices.size(), asked));
    }
    Set<Integer> indexes = new HashSet<>();
    List<Choice> read = new ArrayList<>();
    for (JsonNode choice : choices) {
      if (!indexes.add(choice.path("index").asInt(read.size()))) {
        throw PassingFault.inAnswer("sent two choices with the same 'index'");
      }
      JsonNode usage = asked > 1 ? MissingNode.getInstance() : root.path("usage");
      read.add(Choice.read(choice, usage, OptionalInt.of(maxTokens)));
    }
    if (asked > 1 && read.stream().anyMatch(AnswerReader::isUncounted)) {
      throw new SingleOnly();
    }
    int promptTokens = Choice.count(root.path("usage").path("prompt_tokens"));
    return new Answer(List.copyOf(read), promptTokens, seconds);
  }

  /** A usage counts all choices together. */
  private static boolean isUncounted(Choice choice) {
    return choice.tokens() == Completion.UNKNOWN && !choice.text().isEmpty();
  }

  private static JsonNode json(byte[] body, String type) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      JsonNode root = JSON.readTree(text);
      if (root != null && root.isObject()) {
        return root;
      }
    } catch (CharacterCodingException e) {
      throw PassingFault.inAnswer("sent a body that is no UTF-8");
    } catch (JsonProcessingException e) {
      // As for any other body that is no object; the parser's message would repeat its text.
    }
    throw PassingFault.inAnswer("sent a body of type '" + type + "' that is no JSON object");
  }
}
