package org.galton.model.llama.tokenizer;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.model.ModelPrompt;
import org.galton.spec.InvalidInput;

/** Text to token ids and back, as a checkpoint's {@code tokenizer.json} says. */
public final class Tokenizer implements AutoCloseable {
  private final HuggingFaceTokenizer tokenizer;
  private final String name;
  private final int longestText;
  private final Optional<ChatTemplate> template;

  /** A tokenizer of raw texts. */
  public Tokenizer(byte[] tokenizerJson, String name) {
    this(TokenizerJson.read(tokenizerJson, name), Optional.empty());
  }

  /**
   * Special tokens that the tokenizer puts around a raw prompt are kept; nothing is cut or padded.
   *
   * @param template makes a text of a chat, with its special tokens
   */
  public Tokenizer(TokenizerJson json, Optional<ChatTemplate> template) {
    this.name = json.name();
    this.longestText = json.longestText();
    this.template = template;
    try {
      this.tokenizer =
          HuggingFaceTokenizer.newInstance(
              new ByteArrayInputStream(json.bytes()),
              Map.of("truncation", "do_not_truncate", "padding", "do_not_pad"));
    } catch (IOException | RuntimeException e) {
      throw new InvalidInput("Cannot read " + name + ": " + e.getMessage());
    }
  }

  public long[] encode(String text) {
    return encode(text, true);
  }

  /**
   * The ids of a prompt. Where a text spells a special token, it is that token.
   *
   * @throws InvalidInput when the model has no chat template or its template refuses the chat
   */
  public long[] encode(ModelPrompt prompt) {
    if (prompt instanceof ModelPrompt.Chat chat) {
      String text =
          template
              .orElseThrow(() -> new InvalidInput("Cannot answer a chat without a chat template"))
              .text(chat);
      // The template has written the special tokens; the tokenizer must not add its own.
      return encode(text, false);
    }
    return encode(((ModelPrompt.Raw) prompt).text());
  }

  private long[] encode(String text, boolean specialTokensToo) {
    if (text.length() > longestText) {
      throw new InvalidInput(
          "Cannot encode a text of %,d characters: on more than %,d a pattern of %s may not end; shorten the prompt"
              .formatted(text.length(), longestText, name));
    }
    try {
      return tokenizer.encode(text, specialTokensToo, false).getIds();
    } catch (RuntimeException e) {
      throw new InvalidInput("Cannot encode a text with " + name + ": " + e.getMessage(), e);
    }
  }

  public List<long[]> encodeAll(List<String> texts) {
    return texts.stream().map(this::encode).toList();
  }

  /** The text of the ids without special tokens. */
  public String decode(long[] ids) {
    return ids.length == 0 ? "" : tokenizer.decode(ids, true);
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
