package org.galton.model.llama.decoding;

import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.Map;
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
  private final PrefixTree tree;
  private final Map<ModelPrompt, Entry> entries = new HashMap<>();
  private ModelPrompt latest;

  /**
   * @param tree where a prompt's beginning may be found, and where it is kept
   */
  Prompts(
      NDManager manager,
      LlamaConfig config,
      Tokenizer tokenizer,
      DecoderScript script,
      PrefixTree tree) {
    this.manager = manager;
    this.config = config;
    this.tokenizer = tokenizer;
    this.script = script;
    this.tree = tree;
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

  /** What a completion is of. Counts one user more; {@link #release} ends that. */
  Found use(ModelPrompt asked) {
    ModelPrompt prompt = asked.whole();
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

  void release(ModelPrompt asked) {
    ModelPrompt prompt = asked.whole();
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

  Found.Refused tooLong(int tokens) {
    return new Found.Refused(
        "Cannot continue a prompt of %d tokens: the model's context is %d"
            .formatted(tokens, config.context()));
  }

  private Found found(ModelPrompt prompt) {
    long[] ids;
    try {
      ids = tokenizer.encode(prompt);
    } catch (InvalidInput e) {
      return new Found.Refused(e.getMessage());
    }
    if (ids.length == 0) {
      return new Found.Refused(
          "Cannot continue an empty prompt: the tokenizer adds no token of its own");
    }
    if (ids.length >= config.context()) {
      return tooLong(ids.length);
    }
    return new Found.Ready(Prefix.of(manager, script, tree, ids));
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
