package org.galton.model.llama.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.galton.chat.ChatCall;
import org.galton.chat.ChatMessage;
import org.galton.chat.ChatTool;
import org.galton.model.ChatSupport;
import org.galton.model.ModelPrompt;
import org.galton.model.jinja.JinjaTemplate;
import org.galton.model.llama.config.CheckpointFiles;
import org.galton.spec.InvalidInput;

/**
 * A checkpoint's chat template: {@code chat_template.jinja}, or else {@code chat_template} in
 * {@code tokenizer_config.json} (of several the one named {@code default}). It is given what
 * Transformers gives it: the messages, the tools, no documents, {@code add_generation_prompt} and
 * the special tokens' texts; but no clock, which would make another prompt of the same chat every
 * day.
 */
public final class ChatTemplate implements ChatSupport {
  private static final String FILE = "chat_template.jinja";
  private static final String CONFIG = "tokenizer_config.json";
  private static final String KEY = "chat_template";
  private static final String SAMPLE = "a result of a call";
  private final String name;
  private final JinjaTemplate template;
  private final Map<String, String> specialTokens;
  private final String digest;

  private ChatTemplate(String name, String source, Map<String, String> specialTokens) {
    this.name = name;
    this.template = JinjaTemplate.read(name, source);
    this.specialTokens = specialTokens;
    this.digest = Digest.of(source, new TreeMap<>(specialTokens).toString());
  }

  /**
   * Nothing where the checkpoint has no template.
   *
   * @throws InvalidInput when it has one that cannot be read
   */
  public static Optional<ChatTemplate> of(CheckpointFiles files) {
    try {
      JsonNode config = SpecialTokens.config(files);
      Map<String, String> tokens = SpecialTokens.of(files).byName();
      if (files.has(FILE)) {
        String source = new String(files.read(FILE), StandardCharsets.UTF_8);
        return Optional.of(new ChatTemplate(files.describe(FILE), source, tokens));
      }
      String name = files.describe(CONFIG) + " '" + KEY + "'";
      return source(config.path(KEY), name).map(source -> new ChatTemplate(name, source, tokens));
    } catch (IOException e) {
      throw new InvalidInput("Cannot read " + files.describe(CONFIG) + ": " + e);
    }
  }

  /**
   * The text that the model continues with its answer. It holds the special tokens.
   *
   * @throws InvalidInput when the template refuses the chat
   */
  String text(ModelPrompt.Chat chat) {
    Map<String, Object> variables = new HashMap<>(specialTokens);
    List<Object> messages = new ArrayList<>();
    Map<String, String> called = new HashMap<>();
    for (ChatMessage message : chat.messages()) {
      message.calls().forEach(call -> called.put(call.id(), call.name()));
      Map<String, Object> turn = new LinkedHashMap<>();
      turn.put("role", message.role().name().toLowerCase(Locale.ROOT));
      turn.put("content", message.content());
      if (!message.calls().isEmpty()) {
        turn.put("tool_calls", message.calls().stream().map(ChatTemplate::call).toList());
      }
      if (!message.callId().isEmpty()) {
        turn.put("tool_call_id", message.callId());
        // Some templates want to know which tool has answered.
        Optional.ofNullable(called.get(message.callId())).ifPresent(tool -> turn.put("name", tool));
      }
      messages.add(turn);
    }
    variables.put("messages", messages);
    variables.put(
        "tools",
        chat.tools().isEmpty()
            ? null
            : chat.tools().stream().map(tool -> JsonValues.of(tool.definition())).toList());
    variables.put("documents", null);
    variables.put("add_generation_prompt", true);
    return template.render(variables);
  }

  private static Map<String, Object> call(ChatCall call) {
    Map<String, Object> function = new LinkedHashMap<>();
    function.put("name", call.name());
    function.put("arguments", JsonValues.of(call.arguments()));
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("id", call.id());
    written.put("type", "function");
    written.put("function", function);
    return written;
  }

  /** Many templates pass over tools in silence: then a model would not know of them. */
  @Override
  public void check(ModelPrompt.Chat chat) {
    String text = text(chat);
    if (chat.tools().isEmpty()) {
      return;
    }
    for (ChatTool tool : chat.tools()) {
      if (!text.contains(tool.name())) {
        throw withoutTools("does not name the tool '%s'".formatted(tool.name()));
      }
    }
    List<ChatMessage> called = new ArrayList<>(chat.messages());
    called.add(
        ChatMessage.calling(
            "", List.of(new ChatCall("call00001", chat.tools().get(0).name(), "{}"))));
    called.add(ChatMessage.result("call00001", SAMPLE));
    if (!text(new ModelPrompt.Chat(called, chat.tools())).contains(SAMPLE)) {
      throw withoutTools("leaves out the result of a call");
    }
  }

  private InvalidInput withoutTools(String what) {
    return new InvalidInput(
        "Cannot offer tools with %s: the text that it makes %s; expected a template with a place for tools; ask without tools, such as 'turns: text' of an environment"
            .formatted(name, what));
  }

  @Override
  public String digest() {
    return digest;
  }

  private static Optional<String> source(JsonNode node, String name) {
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    if (node.isTextual()) {
      return Optional.of(node.asText());
    }
    for (JsonNode named : node) {
      if (named.path("name").asText().equals("default")) {
        return Optional.of(named.path("template").asText());
      }
    }
    throw new InvalidInput(
        "Cannot read "
            + name
            + ": expected a text, or a list with a template named 'default'; put the one to use"
            + " into "
            + FILE
            + " beside it");
  }
}
