package org.galton.model.llama.tokenizer;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.model.ModelPrompt;
import org.galton.model.llama.config.CheckpointFiles;
import org.galton.spec.InvalidInput;

/** Text to token ids and back, as a checkpoint's {@code tokenizer.json} says. */
public final class Tokenizer implements AutoCloseable {
  private final HuggingFaceTokenizer tokenizer;
  private final String name;
  private final int longestText;
  private final long ids;
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
    this.ids = json.ids();
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

  /** What the files beside it say otherwise, for a warning. */
  public List<String> contradictions(CheckpointFiles files) {
    try {
      return AddedEnds.isSaid(files) ? ends().contradictions(files) : List.of();
    } catch (InvalidInput e) {
      // It has no token for the letter that it was tried with.
      return List.of();
    }
  }

  public long[] encode(String text) {
    return encode(text, true);
  }

  /** The ids of a text that stands within another: without what is put around a prompt. */
  public long[] encodeWithin(String text) {
    return encode(text, false);
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
    if (prompt instanceof ModelPrompt.Tokens tokens) {
      return tokens.ids().stream().mapToLong(this::known).toArray();
    }
    return encode(((ModelPrompt.Raw) prompt).text());
  }

  private long known(int id) {
    if (id < 0 || id >= ids) {
      throw new InvalidInput(
          "Cannot continue token id %d: expected one from 0 to %d".formatted(id, ids - 1));
    }
    return id;
  }

  private long[] encode(String text, boolean specialTokensToo) {
    if (text.length() > longestText) {
      throw new InvalidInput(
          "Cannot encode a text of %,d characters: on more than %,d a pattern of %s may not end; shorten the prompt"
              .formatted(text.length(), longestText, name));
    }
    try {
      long[] encoded = tokenizer.encode(text, specialTokensToo, false).getIds();
      for (long id : encoded) {
        if (id >= ids) {
          throw new InvalidInput(
              "Cannot encode a text with %s: it spells the padding token, id %d, which the model has no embedding for; leave it out of the prompt"
                  .formatted(name, id));
        }
      }
      return encoded;
    } catch (InvalidInput e) {
      throw e;
    } catch (RuntimeException e) {
      throw new InvalidInput("Cannot encode a text with " + name + ": " + e.getMessage(), e);
    }
  }

  /**
   * What is put around a raw text, as in {@code bos} or {@code bos eos}: tells whether a file says
   * otherwise.
   */
  AddedEnds ends() {
    long[] plain = encode("a", false);
    long[] whole = encode("a", true);
    int before = 0;
    while (before + plain.length < whole.length
        && !Arrays.equals(whole, before, before + plain.length, plain, 0, plain.length)) {
      before++;
    }
    return new AddedEnds(before > 0, whole.length - before - plain.length > 0);
  }

  public List<long[]> encodeAll(List<String> texts) {
    return texts.stream().map(this::encode).toList();
  }

  /** The text of the ids without special tokens. */
  public String decode(long[] ids) {
    return ids.length == 0 ? "" : tokenizer.decode(ids, true);
  }

  /** The text of the ids, special tokens spelled out. */
  public String spelling(long[] ids) {
    return ids.length == 0 ? "" : tokenizer.decode(ids, false);
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
