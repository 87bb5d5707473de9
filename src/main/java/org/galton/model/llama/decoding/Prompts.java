package org.galton.model.llama.decoding;

import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.galton.model.ModelPrompt;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.tokenizer.Tokenizer;
import org.galton.spec.InvalidInput;

/**
 * The prompts of a batch: each is computed when its first rollout comes and kept until its last one
 * has gone and another prompt has come.
 */
final class Prompts implements AutoCloseable {
  private final NDManager manager;
  private final LlamaConfig config;
  private final Tokenizer tokenizer;
  private final DecoderScript script;
  private final Map<ModelPrompt, Entry> entries = new HashMap<>();
  private ModelPrompt latest;

  Prompts(NDManager manager, LlamaConfig config, Tokenizer tokenizer, DecoderScript script) {
    this.manager = manager;
    this.config = config;
    this.tokenizer = tokenizer;
    this.script = script;
  }

  /** A prompt, or the reason why it cannot be continued. */
  sealed interface Found {
    record Ready(Prefix prefix) implements Found {}

    record Refused(String reason) implements Found {}
  }

  private static final class Entry {
    private final Found found;
    private int users;

    Entry(Found found) {
      this.found = found;
    }
  }

  /** Counts one user more; {@link #release} ends that. */
  Found use(ModelPrompt prompt) {
    Entry entry = entries.get(prompt);
    if (entry == null) {
      if (latest != null) {
        dropIfUnused(latest);
      }
      entry = new Entry(found(prompt));
      entries.put(prompt, entry);
    }
    latest = prompt;
    entry.users++;
    return entry.found;
  }

  void release(ModelPrompt prompt) {
    entries.get(prompt).users--;
    if (!prompt.equals(latest)) {
      dropIfUnused(prompt);
    }
  }

  private void dropIfUnused(ModelPrompt prompt) {
    Entry entry = entries.get(prompt);
    if (entry != null && entry.users == 0) {
      entries.remove(prompt);
      if (entry.found instanceof Found.Ready ready) {
        ready.prefix().close();
      }
    }
  }

  private Found found(ModelPrompt prompt) {
    long[] ids;
    try {
      ids = tokens(prompt);
    } catch (InvalidInput e) {
      return new Found.Refused(e.getMessage());
    }
    if (ids.length == 0) {
      return new Found.Refused(
          "Cannot continue an empty prompt: the tokenizer adds no token of its own");
    }
    if (ids.length >= config.context()) {
      return new Found.Refused(
          "Cannot continue a prompt of %d tokens: the model's context is %d"
              .formatted(ids.length, config.context()));
    }
    return new Found.Ready(Prefix.of(manager, script, ids));
  }

  private long[] tokens(ModelPrompt prompt) {
    if (prompt instanceof ModelPrompt.Begun begun) {
      return LongStream.concat(
              LongStream.of(tokenizer.encode(begun.prompt())),
              begun.tokens().stream().mapToLong(Integer::longValue))
          .toArray();
    }
    return tokenizer.encode(prompt);
  }

  /** Forgets all prompts and their users. */
  @Override
  public void close() {
    for (Entry entry : entries.values()) {
      if (entry.found instanceof Found.Ready ready) {
        ready.prefix().close();
      }
    }
    entries.clear();
    latest = null;
  }
}
