package org.galton.serve.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalInt;
import org.galton.chat.ChatTool;
import org.galton.model.ModelPrompt;
import org.galton.model.Sampling;

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
    JsonNode prompt = fields.take("prompt").orElseThrow(() -> missing("prompt", "a text"));
    boolean echoes = fields.flag("echo");
    int most = fields.integer("max_tokens", echoes ? 0 : 1, Integer.MAX_VALUE).orElse(FEW_TOKENS);
    Asked.Echo echo = !echoes ? Asked.Echo.NONE : most == 0 ? Asked.Echo.ALONE : Asked.Echo.FIRST;
    List<AskedPrompt> prompts =
        new AskedPrompts(model, limits, echo == Asked.Echo.ALONE ? 0 : 1).texts(prompt);
    int each = each(fields, prompts.size());
    OptionalInt alternatives = fields.integer("logprobs", 0, Limits.ALTERNATIVES);
    fields.off("best_of", List.of(JSON.numberNode(each)));
    fields.off("suffix", List.of(JSON.textNode("")));
    fields.off("add_special_tokens", List.of(JSON.booleanNode(true)));
    Sampling sampling = sampling(fields, Math.max(1, most));
    return asked(
        AnswerForm.TEXT,
        name,
        prompts,
        each,
        sampling,
        echo,
        alternatives,
        Asked.Calls.IN_TEXT,
        fields);
  }

  /**
   * @throws ApiProblem naming the field that is at fault
   */
  Asked chat(ObjectNode root) {
    RequestFields fields = new RequestFields(root);
    String name = name(fields);
    JsonNode messages =
        fields.take("messages").orElseThrow(() -> missing("messages", "a list of messages"));
    List<ChatTool> tools = AskedTools.read(fields);
    List<AskedPrompt> prompts =
        List.of(
            new AskedPrompts(model, limits, 1)
                .chat(new ModelPrompt.Chat(ChatMessages.read(messages), tools)));
    int each = each(fields, 1);
    boolean told = fields.flag("logprobs");
    OptionalInt wanted = fields.integer("top_logprobs", 0, Limits.ALTERNATIVES);
    if (wanted.isPresent() && !told) {
      throw ApiProblem.of(
          "top_logprobs", "Invalid 'top_logprobs': expected 'logprobs' true beside it");
    }
    OptionalInt alternatives = told ? OptionalInt.of(wanted.orElse(0)) : OptionalInt.empty();
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
    Sampling sampling = sampling(fields, longest);
    return asked(
        AnswerForm.CHAT,
        name,
        prompts,
        each,
        sampling,
        Asked.Echo.NONE,
        alternatives,
        tools.isEmpty() ? Asked.Calls.IN_TEXT : Asked.Calls.APART,
        fields);
  }

  private Asked asked(
      AnswerForm form,
      String name,
      List<AskedPrompt> prompts,
      int each,
      Sampling sampling,
      Asked.Echo echo,
      OptionalInt alternatives,
      Asked.Calls calls,
      RequestFields fields) {
    Asked asked =
        new Asked(
            form,
            name,
            prompts,
            each,
            sampling,
            echo,
            fields.seed("seed"),
            alternatives,
            delivery(fields),
            calls);
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

  private static ApiProblem missing(String name, String expected) {
    return ApiProblem.of(name, "Missing field '%s': expected %s".formatted(name, expected));
  }
}
