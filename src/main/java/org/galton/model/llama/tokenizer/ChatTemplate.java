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
import org.galton.model.ChatMessage;
import org.galton.model.ChatSupport;
import org.galton.model.ModelPrompt;
import org.galton.model.jinja.JinjaTemplate;
import org.galton.model.llama.config.CheckpointFiles;
import org.galton.spec.InvalidInput;

/**
 * A checkpoint's chat template: {@code chat_template.jinja}, or else {@code chat_template} in
 * {@code tokenizer_config.json} (of several the one named {@code default}). It is given what
 * Transformers gives it: the messages, no tools, no documents, {@code add_generation_prompt} and
 * the special tokens' texts; but no clock, which would make another prompt of the same chat every
 * day.
 */
public final class ChatTemplate implements ChatSupport {
  private static final String FILE = "chat_template.jinja";
  private static final String CONFIG = "tokenizer_config.json";
  private static final String KEY = "chat_template";
  private final JinjaTemplate template;
  private final Map<String, String> specialTokens;
  private final String digest;

  private ChatTemplate(String name, String source, Map<String, String> specialTokens) {
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
    for (ChatMessage message : chat.messages()) {
      Map<String, Object> turn = new LinkedHashMap<>();
      turn.put("role", message.role().name().toLowerCase(Locale.ROOT));
      turn.put("content", message.content());
      messages.add(turn);
    }
    variables.put("messages", messages);
    variables.put("tools", null);
    variables.put("documents", null);
    variables.put("add_generation_prompt", true);
    return template.render(variables);
  }

  @Override
  public void check(ModelPrompt.Chat chat) {
    text(chat);
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
