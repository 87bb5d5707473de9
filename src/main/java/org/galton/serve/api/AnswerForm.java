package org.galton.serve.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.galton.model.llama.decoding.DrawnToken;

/** The two forms of an answer, whole and in pieces. */
enum AnswerForm {
  TEXT("cmpl-", "text_completion", "text_completion") {
    @Override
    void write(ObjectNode choice, String text) {
      choice.put("text", text);
    }

    @Override
    void begin(ObjectNode choice) {
      choice.put("text", "");
    }

    @Override
    void writePiece(ObjectNode choice, String piece) {
      choice.put("text", piece);
    }

    @Override
    ObjectNode logprobs(Echoed before, List<DrawnToken> tokens, int offset, TokenTexts texts) {
      TokenLists lists = new TokenLists(texts, offset);
      before.first().ifPresent(lists::addFirst);
      before.others().forEach(lists::add);
      tokens.forEach(lists::add);
      return lists.node();
    }
  },
  CHAT("chatcmpl-", "chat.completion", "chat.completion.chunk") {
    @Override
    void write(ObjectNode choice, String text) {
      choice.putObject("message").put("role", "assistant").put("content", text).putNull("refusal");
    }

    @Override
    void begin(ObjectNode choice) {
      choice.putObject("delta").put("role", "assistant").put("content", "");
    }

    @Override
    void writePiece(ObjectNode choice, String piece) {
      ObjectNode delta = choice.putObject("delta");
      if (!piece.isEmpty()) {
        delta.put("content", piece);
      }
    }

    @Override
    ObjectNode logprobs(Echoed before, List<DrawnToken> tokens, int offset, TokenTexts texts) {
      ObjectNode node = JSON.objectNode();
      ArrayNode content = node.putArray("content");
      for (DrawnToken token : tokens) {
        ObjectNode one = content.addObject();
        tell(one, texts.of(token.id()), token.logprob());
        ArrayNode tops = one.putArray("top_logprobs");
        for (int i = 0; i < token.likeliest().length; i++) {
          tell(tops.addObject(), texts.of(token.likeliest()[i]), token.likeliestLogprobs()[i]);
        }
      }
      node.putNull("refusal");
      return node;
    }
  };

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String idPrefix;
  private final String object;
  private final String pieceObject;

  AnswerForm(String idPrefix, String object, String pieceObject) {
    this.idPrefix = idPrefix;
    this.object = object;
    this.pieceObject = pieceObject;
  }

  String idPrefix() {
    return idPrefix;
  }

  String object() {
    return object;
  }

  String pieceObject() {
    return pieceObject;
  }

  abstract void write(ObjectNode choice, String text);

  /** The first piece, which has no text yet. */
  abstract void begin(ObjectNode choice);

  abstract void writePiece(ObjectNode choice, String piece);

  /**
   * @param before what is told before the tokens; of a chat nothing is
   * @param offset code points of the text before all that is told
   */
  abstract ObjectNode logprobs(
      Echoed before, List<DrawnToken> tokens, int offset, TokenTexts texts);

  private static void tell(ObjectNode node, String text, float logprob) {
    node.put("token", text).put("logprob", finite(logprob)).set("bytes", bytes(text));
  }

  /** Nobody can say which bytes a part of a character has. */
  private static JsonNode bytes(String text) {
    if (text.indexOf('\uFFFD') >= 0) {
      return JSON.nullNode();
    }
    ArrayNode bytes = JSON.arrayNode();
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      bytes.add(one & 0xFF);
    }
    return bytes;
  }

  /** Exactly the decoder's number; the logarithm of 0 as vLLM writes it, since JSON has none. */
  static double finite(float logprob) {
    return Float.isFinite(logprob) ? logprob : -9999;
  }
}
