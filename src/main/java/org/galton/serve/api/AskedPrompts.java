package org.galton.serve.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.model.ModelPrompt;
import org.galton.spec.InvalidInput;

/** Reads prompts, and refuses what the tokenizer or the context cannot take. */
final class AskedPrompts {
  private final ServedModel model;
  private final Limits limits;
  private final int room;

  /**
   * @param room tokens that the context must have left behind a prompt
   */
  AskedPrompts(ServedModel model, Limits limits, int room) {
    this.model = model;
    this.limits = limits;
    this.room = room;
  }

  /** A text, a list of texts, ids of tokens, or a list of such lists. */
  List<AskedPrompt> texts(JsonNode prompt) {
    if (prompt.isTextual()) {
      return List.of(text(prompt.textValue()));
    }
    String expected = "a text, a list of texts, a list of token ids, or a list of such lists";
    if (!prompt.isArray() || prompt.isEmpty()) {
      throw RequestFields.wrong("prompt", prompt, expected);
    }
    if (prompt.get(0).isIntegralNumber()) {
      return List.of(ofIds(ids(prompt, expected)));
    }
    if (prompt.size() > limits.choices()) {
      throw RequestFields.wrong(
          "prompt", prompt, "at most %,d prompts in one request".formatted(limits.choices()));
    }
    List<AskedPrompt> prompts = new ArrayList<>();
    for (JsonNode one : prompt) {
      prompts.add(one.isTextual() ? text(one.textValue()) : ofIds(ids(one, expected)));
    }
    return List.copyOf(prompts);
  }

  /** A chat, as the checkpoint's template writes it. */
  AskedPrompt chat(ModelPrompt.Chat chat) {
    return new AskedPrompt(tokens("messages", chat), Optional.empty());
  }

  private AskedPrompt text(String text) {
    return new AskedPrompt(tokens("prompt", new ModelPrompt.Raw(text)), Optional.of(text));
  }

  private AskedPrompt ofIds(List<Integer> ids) {
    return new AskedPrompt(tokens("prompt", new ModelPrompt.Tokens(ids)), Optional.empty());
  }

  private static List<Integer> ids(JsonNode list, String expected) {
    if (!list.isArray() || list.isEmpty()) {
      throw RequestFields.wrong("prompt", list, expected);
    }
    List<Integer> ids = new ArrayList<>();
    for (JsonNode id : list) {
      if (!id.isIntegralNumber() || !id.canConvertToInt()) {
        throw RequestFields.wrong("prompt", list, expected);
      }
      ids.add(id.intValue());
    }
    return ids;
  }

  private List<Integer> tokens(String field, ModelPrompt prompt) {
    List<Integer> ids;
    try {
      if (prompt instanceof ModelPrompt.Chat chat) {
        model.checkpoint().card().chat().check(chat);
      }
      ids = model.checkpoint().tokens(prompt);
    } catch (InvalidInput e) {
      throw ApiProblem.of(field, e.getMessage());
    }
    if (ids.isEmpty()) {
      throw ApiProblem.of(
          field, "Cannot continue an empty prompt: the tokenizer adds no token of its own");
    }
    int context = model.checkpoint().card().contextLength();
    if (ids.size() + room > context) {
      throw ApiProblem.tooLong(field, ids.size(), context);
    }
    return ids;
  }
}
