package org.galton.serve.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.galton.model.ModelPrompt;
import org.galton.model.Sampling;
import org.galton.spec.InvalidInput;

/** Reads what clients ask for, and refuses all that the decoder would not do. */
final class AskedReader {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** OpenAI's own default for completions. */
  private static final int FEW_TOKENS = 16;

  private final ServedModel model;
  private final Limits limits;

  AskedReader(ServedModel model, Limits limits) {
    this.model = model;
    this.limits = limits;
  }

  /**
   * @throws ApiProblem naming the field that is at fault
   */
  Asked completions(ObjectNode root) {
    RequestFields fields = new RequestFields(root);
    String name = name(fields);
    List<List<Integer>> prompts =
        prompts(fields.take("prompt").orElseThrow(() -> missing("prompt", "a text")));
    int each = each(fields, prompts.size());
    OptionalInt alternatives = fields.integer("logprobs", 0, Limits.ALTERNATIVES);
    fields.off("best_of", List.of(JSON.numberNode(each)));
    fields.off("echo", List.of(JSON.booleanNode(false)));
    fields.off("suffix", List.of(JSON.textNode("")));
    fields.off("add_special_tokens", List.of(JSON.booleanNode(true)));
    int most = fields.integer("max_tokens", 1, Integer.MAX_VALUE).orElse(FEW_TOKENS);
    return asked(AnswerForm.TEXT, name, prompts, each, most, alternatives, fields);
  }

  /**
   * @throws ApiProblem naming the field that is at fault
   */
  Asked chat(ObjectNode root) {
    RequestFields fields = new RequestFields(root);
    String name = name(fields);
    JsonNode messages =
        fields.take("messages").orElseThrow(() -> missing("messages", "a list of messages"));
    List<List<Integer>> prompts =
        List.of(tokens("messages", new ModelPrompt.Chat(ChatMessages.read(messages))));
    int each = each(fields, 1);
    boolean told = fields.flag("logprobs");
    OptionalInt wanted = fields.integer("top_logprobs", 0, Limits.ALTERNATIVES);
    if (wanted.isPresent() && !told) {
      throw ApiProblem.of(
          "top_logprobs", "Invalid 'top_logprobs': expected 'logprobs' true beside it");
    }
    OptionalInt alternatives = told ? OptionalInt.of(wanted.orElse(0)) : OptionalInt.empty();
    fields.off("tools", List.of(JSON.arrayNode()));
    fields.off("tool_choice", List.of(JSON.textNode("none"), JSON.textNode("auto")));
    fields.off("functions", List.of(JSON.arrayNode()));
    fields.off("function_call", List.of(JSON.textNode("none"), JSON.textNode("auto")));
    fields.off("modalities", List.of(JSON.arrayNode().add("text")));
    fields.off("add_generation_prompt", List.of(JSON.booleanNode(true)));
    fields.off("continue_final_message", List.of(JSON.booleanNode(false)));
    fields.off("add_special_tokens", List.of(JSON.booleanNode(false)));
    OptionalInt most = fields.integer("max_completion_tokens", 1, Integer.MAX_VALUE);
    OptionalInt older = fields.integer("max_tokens", 1, Integer.MAX_VALUE);
    if (most.isPresent() && older.isPresent() && most.getAsInt() != older.getAsInt()) {
      throw ApiProblem.of(
          "max_tokens", "Invalid 'max_tokens': 'max_completion_tokens' says otherwise; send one");
    }
    int longest = most.isPresent() ? most.getAsInt() : older.orElse(Integer.MAX_VALUE);
    return asked(AnswerForm.CHAT, name, prompts, each, longest, alternatives, fields);
  }

  private Asked asked(
      AnswerForm form,
      String name,
      List<List<Integer>> prompts,
      int each,
      int mostTokens,
      OptionalInt alternatives,
      RequestFields fields) {
    Sampling sampling = sampling(fields, mostTokens);
    Asked asked =
        new Asked(
            form,
            name,
            prompts,
            each,
            sampling,
            fields.seed("seed"),
            alternatives,
            delivery(fields));
    NeutralFields.read(fields);
    fields.end();
    return asked;
  }

  /** As OpenAI's defaults are, whatever the checkpoint's makers recommend. */
  private static Sampling sampling(RequestFields fields, int mostTokens) {
    OptionalInt topK = fields.integer("top_k", -1, Integer.MAX_VALUE);
    try {
      return new Sampling(
          fields.number("temperature", 1),
          Math.max(0, topK.orElse(0)),
          fields.number("top_p", 1),
          fields.number("min_p", 0),
          mostTokens,
          fields.texts("stop"));
    } catch (IllegalArgumentException e) {
      String message = e.getMessage();
      // "Invalid top_p 2.0: expected …" names its field second.
      throw ApiProblem.of(message.split(" ", 3)[1], message);
    }
  }

  private static Asked.Delivery delivery(RequestFields fields) {
    boolean streams = fields.flag("stream");
    RequestFields options =
        new RequestFields(
            fields
                .take("stream_options")
                .map(node -> AskedReader.object("stream_options", node))
                .orElse(JSON.objectNode()));
    boolean usage = options.flag("include_usage");
    options.off("include_obfuscation", List.of(JSON.booleanNode(false)));
    options.off("continuous_usage_stats", List.of(JSON.booleanNode(false)));
    options.end();
    if (usage && !streams) {
      throw ApiProblem.of(
          "stream_options", "Invalid 'stream_options': expected 'stream' true beside it");
    }
    return !streams
        ? Asked.Delivery.WHOLE
        : usage ? Asked.Delivery.STREAM_WITH_USAGE : Asked.Delivery.STREAM;
  }

  private static ObjectNode object(String name, JsonNode node) {
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw RequestFields.wrong(name, node, "an object");
  }

  private String name(RequestFields fields) {
    String name =
        fields
            .take("model")
            .map(
                node -> {
                  if (!node.isTextual()) {
                    throw RequestFields.wrong("model", node, "a text");
                  }
                  return node.textValue();
                })
            .orElse(model.name());
    if (!model.names().contains(name)) {
      throw ApiProblem.unknownModel(
          "Cannot find the model '%s': this server has %s"
              .formatted(
                  name.substring(0, Math.min(100, name.length())),
                  String.join(", ", model.names())));
    }
    return name;
  }

  private int each(RequestFields fields, int prompts) {
    int each = fields.integer("n", 1, limits.choices()).orElse(1);
    if ((long) each * prompts > limits.choices()) {
      throw ApiProblem.of(
          "n",
          "Invalid 'n' %d: with %d prompts these are %,d completions, expected at most %,d in one request"
              .formatted(each, prompts, (long) each * prompts, limits.choices()));
    }
    return each;
  }

  /** A text, a list of texts, ids of tokens, or a list of such lists. */
  private List<List<Integer>> prompts(JsonNode prompt) {
    if (prompt.isTextual()) {
      return List.of(tokens("prompt", new ModelPrompt.Raw(prompt.textValue())));
    }
    String expected = "a text, a list of texts, a list of token ids, or a list of such lists";
    if (!prompt.isArray() || prompt.isEmpty()) {
      throw RequestFields.wrong("prompt", prompt, expected);
    }
    if (prompt.get(0).isIntegralNumber()) {
      return List.of(tokens("prompt", new ModelPrompt.Tokens(ids(prompt, expected))));
    }
    if (prompt.size() > limits.choices()) {
      throw RequestFields.wrong(
          "prompt", prompt, "at most %,d prompts in one request".formatted(limits.choices()));
    }
    List<List<Integer>> prompts = new ArrayList<>();
    for (JsonNode one : prompt) {
      prompts.add(
          tokens(
              "prompt",
              one.isTextual()
                  ? new ModelPrompt.Raw(one.textValue())
                  : new ModelPrompt.Tokens(ids(one, expected))));
    }
    return List.copyOf(prompts);
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
    if (ids.size() >= context) {
      throw ApiProblem.tooLong(field, ids.size(), context);
    }
    return ids;
  }

  private static ApiProblem missing(String name, String expected) {
    return ApiProblem.of(name, "Missing field '%s': expected %s".formatted(name, expected));
  }
}
