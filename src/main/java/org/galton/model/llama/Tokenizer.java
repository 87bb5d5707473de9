package org.galton.model.llama;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.model.ModelPrompt;
import org.galton.spec.InvalidInput;

/** Text to token ids and back, as a checkpoint's {@code tokenizer.json} says. */
public final class Tokenizer implements AutoCloseable {
  private final HuggingFaceTokenizer tokenizer;
  private final Optional<ChatTemplate> template;

  /** A tokenizer of raw texts. */
  public Tokenizer(byte[] tokenizerJson, String name) {
    this(tokenizerJson, name, Optional.empty());
  }

  /**
   * Special tokens that the tokenizer puts around a raw prompt are kept; nothing is cut or padded.
   *
   * @param template makes a text of a chat, with its special tokens
   */
  Tokenizer(byte[] tokenizerJson, String name, Optional<ChatTemplate> template) {
    this.template = template;
    try {
      this.tokenizer =
          HuggingFaceTokenizer.newInstance(
              new ByteArrayInputStream(tokenizerJson),
              Map.of("truncation", "do_not_truncate", "padding", "do_not_pad"));
    } catch (IOException | RuntimeException e) {
      throw new InvalidInput("Cannot read " + name + ": " + e.getMessage());
    }
  }

  public long[] encode(String text) {
    return tokenizer.encode(text).getIds();
  }

  /**
   * The ids of a prompt. Where a text spells a special token, it is that token.
   *
   * @throws InvalidInput when the model has no chat template or its template refuses the chat
   */
  long[] encode(ModelPrompt prompt) {
    if (prompt instanceof ModelPrompt.Chat chat) {
      String text =
          template
              .orElseThrow(() -> new InvalidInput("Cannot answer a chat without a chat template"))
              .text(chat);
      // The template has written the special tokens; the tokenizer must not add its own.
      return tokenizer.encode(text, false, false).getIds();
    }
    return encode(((ModelPrompt.Raw) prompt).text());
  }

  public List<long[]> encodeAll(List<String> texts) {
    return Arrays.stream(tokenizer.batchEncode(texts)).map(Encoding::getIds).toList();
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
