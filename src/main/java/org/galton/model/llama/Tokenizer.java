package org.galton.model.llama;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.galton.spec.InvalidInput;

/** Text to token ids and back, as a checkpoint's {@code tokenizer.json} says. */
public final class Tokenizer implements AutoCloseable {
  private final HuggingFaceTokenizer tokenizer;

  /** Special tokens that the tokenizer puts around a prompt are kept; nothing is cut or padded. */
  public Tokenizer(byte[] tokenizerJson, String name) {
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
