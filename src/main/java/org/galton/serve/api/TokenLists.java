package org.galton.serve.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.galton.model.llama.decoding.DrawnToken;

/** Log-probabilities in the form of completions: lists of equal length, an entry a token. */
final class TokenLists {
  private final TokenTexts texts;
  private final ObjectNode node = JsonNodeFactory.instance.objectNode();
  private final ArrayNode tokens = node.putArray("tokens");
  private final ArrayNode logprobs = node.putArray("token_logprobs");
  private final ArrayNode tops = node.putArray("top_logprobs");
  private final ArrayNode offsets = node.putArray("text_offset");
  private int at;

  /**
   * @param offset code points of the text before the first token
   */
  TokenLists(TokenTexts texts, int offset) {
    this.texts = texts;
    this.at = offset;
  }

  /** A token that nothing comes before: it has no probability. */
  void addFirst(int id) {
    logprobs.addNull();
    tops.addNull();
    spell(id);
  }

  /** Of a token its alternatives, itself included, by their texts. */
  void add(DrawnToken token) {
    double logprob = AnswerForm.finite(token.logprob());
    logprobs.add(logprob);
    ObjectNode top = tops.addObject();
    top.put(texts.of(token.id()), logprob);
    for (int i = 0; i < token.likeliest().length; i++) {
      int id = token.likeliest()[i];
      if (id != token.id()) {
        top.put(name(id, top), AnswerForm.finite(token.likeliestLogprobs()[i]));
      }
    }
    spell(token.id());
  }

  /** Parts of characters spell the same: the later ones go by their ids, so that none is lost. */
  private String name(int id, ObjectNode top) {
    String text = texts.of(id);
    return top.has(text) ? "token_id:" + id : text;
  }

  private void spell(int id) {
    String text = texts.of(id);
    tokens.add(text);
    offsets.add(at);
    at += text.codePointCount(0, text.length());
  }

  ObjectNode node() {
    return node;
  }
}
