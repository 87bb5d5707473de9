package org.galton.model.llama;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.Uniforms;
import org.galton.spec.InvalidInput;

/**
 * Decodes many rollouts side by side. Every step feeds one token a slot; a slot that has finished
 * takes the next request at once. The number of rows in a step never changes, empty slots included:
 * the same row then goes through the same arithmetic whoever its neighbours are.
 */
final class DecodeLoop implements AutoCloseable {
  private final NDManager manager;
  private final LlamaConfig config;
  private final Tokenizer tokenizer;
  private final StepForward stepForward;
  private final SequenceForward promptForward;
  private final EndOfCompletion ending;
  private final Sampling sampling;
  private final Slot[] slots;
  private final long[] tokens;
  private final long[] positions;
  private final float[] uniforms;
  private KeyValueCache cache;
  private Prefix prefix;
  private ModelPrompt prompt;
  private String problem;

  DecodeLoop(
      NDManager parent,
      LlamaWeights weights,
      Tokenizer tokenizer,
      Set<Long> endTokens,
      Sampling sampling,
      int slotCount) {
    this.manager = parent.newSubManager();
    this.config = weights.config();
    this.tokenizer = tokenizer;
    this.stepForward = new StepForward(manager, weights);
    this.promptForward = new SequenceForward(manager, weights);
    this.ending = new EndOfCompletion(tokenizer, endTokens, sampling.stop());
    this.sampling = sampling;
    this.slots = new Slot[slotCount];
    this.tokens = new long[slotCount];
    this.positions = new long[slotCount];
    this.uniforms = new float[slotCount];
  }

  void run(Iterator<Request> requests, Consumer<Outcome> sink) {
    TokenSampler sampler = new TokenSampler(sampling);
    while (refill(requests, sink)) {
      int window = 1;
      for (int i = 0; i < slots.length; i++) {
        Slot slot = slots[i];
        tokens[i] = slot == null ? 0 : slot.nextToken();
        positions[i] = slot == null ? 0 : slot.nextPosition();
        uniforms[i] = slot == null ? 0 : Uniforms.at(slot.request.seed(), slot.count());
        window = Math.max(window, (int) positions[i] + 1);
      }
      TokenSampler.Drawn drawn;
      try (NDManager scratch = manager.newSubManager()) {
        NDArray logits =
            stepForward.logits(scratch, cache, tokens, positions, KeyValueCache.roundUp(window));
        drawn = sampler.draw(scratch, logits, uniforms);
      }
      for (int i = 0; i < slots.length; i++) {
        if (slots[i] != null) {
          slots[i].add((long) drawn.tokens()[i], drawn.logprobs()[i], drawn.entropies()[i]);
          Completion completion = ending.completionOf(slots[i]);
          if (completion != null) {
            sink.accept(completion);
            slots[i] = null;
          }
        }
      }
    }
  }

  /** Gives empty slots the next requests; false when nothing is left to do. */
  private boolean refill(Iterator<Request> requests, Consumer<Outcome> sink) {
    List<Integer> admitted = new ArrayList<>();
    boolean busy = false;
    for (int i = 0; i < slots.length; i++) {
      while (slots[i] == null && requests.hasNext()) {
        Request request = requests.next();
        if (!request.prompt().equals(prompt)) {
          admit(admitted);
          prepare(request.prompt());
        }
        if (problem != null) {
          sink.accept(new GenerationFailure(request, problem));
        } else {
          slots[i] = new Slot(request, prefix, Math.min(sampling.maxTokens(), room()));
          admitted.add(i);
        }
      }
      busy |= slots[i] != null;
    }
    admit(admitted);
    return busy;
  }

  /** Computes a prompt, or says why it cannot be continued. */
  private void prepare(ModelPrompt wanted) {
    if (prefix != null) {
      prefix.close();
      prefix = null;
    }
    prompt = wanted;
    long[] ids;
    try {
      ids = tokenizer.encode(wanted);
    } catch (InvalidInput e) {
      problem = e.getMessage();
      return;
    }
    problem = problemOf(ids.length);
    if (problem == null) {
      prefix = Prefix.of(manager, promptForward, ids);
      reserve(ids.length + Math.min(sampling.maxTokens(), room()));
    }
  }

  private String problemOf(int promptTokens) {
    if (promptTokens == 0) {
      return "Cannot continue an empty prompt: the tokenizer adds no token of its own";
    }
    if (promptTokens >= config.context()) {
      return "Cannot continue a prompt of "
          + promptTokens
          + " tokens: the model's context is "
          + config.context();
    }
    return null;
  }

  private int room() {
    return config.context() - prefix.tokens() - 1;
  }

  private void reserve(int capacity) {
    if (cache == null) {
      cache = new KeyValueCache(manager, config, slots.length, capacity);
    } else if (cache.capacity() < capacity) {
      KeyValueCache larger = cache.grownTo(capacity);
      cache.close();
      cache = larger;
    }
  }

  private void admit(List<Integer> admitted) {
    if (!admitted.isEmpty()) {
      cache.admit(admitted, prefix);
      admitted.clear();
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
