package org.galton.model.llama.decoding;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.galton.model.Completion;
import org.galton.model.ComputeType;
import org.galton.model.GenerationFailure;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.tokenizer.Tokenizer;
import org.galton.model.llama.weights.LlamaWeights;
import org.galton.spec.InvalidInput;

/**
 * Decodes many rollouts side by side. Every step feeds one token a slot; a slot that has finished
 * takes the next request at once, whatever its prompt. The same row goes through the same
 * arithmetic whoever its neighbours are: a step has all rows, or as few as give the same bits, see
 * {@link StepRows}.
 *
 * <p>When memory runs out, the batch is halved and its rollouts begin anew; they draw the same
 * tokens again.
 */
final class DecodeLoop implements AutoCloseable {
  /** Tokens a slot that the first cache has room for. */
  private static final int FIRST = 64;

  /**
   * Shared tokens up to which a single completion has its own copy. Attention to a prompt apart
   * costs as much for one completion as for many; a long copy would cost every slot its room.
   */
  private static final int COPIED = 128;

  private static final String NOT_A_NUMBER =
      "Cannot continue: the model's output is not a number in %s; set decoding.compute to float32";
  private static final String OUT_OF_MEMORY =
      "Cannot continue: out of memory with one rollout at a time; shorten the prompt or"
          + " sampling.max_tokens";

  private final NDManager manager;
  private final LlamaConfig config;
  private final ComputeType type;
  private final DecoderScript script;
  private final Prompts prompts;
  private final EndOfCompletion ending;
  private final Tokenizer tokenizer;
  private final Set<Long> endTokens;
  private final BatchDraw draw;
  private final PromptCache promptCache;
  private final CacheBudget budget;
  private final PrefixTree tree;
  private final StepRows stepRows;
  private final Deque<Job> returned = new ArrayDeque<>();
  private Slot[] slots;
  private KeyValueCache cache;
  private SharedPrompts shared;

  /** Of a step, as long as {@link #shared} is valid. */
  private int rows;

  DecodeLoop(
      NDManager parent,
      LlamaWeights weights,
      Tokenizer tokenizer,
      Set<Long> endTokens,
      PromptCache promptCache,
      CacheBudget budget,
      PrefixTree tree,
      StepRows stepRows,
      int slotCount) {
    this.manager = parent.newSubManager();
    this.config = weights.config();
    this.type = weights.type();
    this.script = new DecoderScript(manager, weights);
    this.prompts = new Prompts(manager, config, tokenizer, script, tree);
    this.ending = new EndOfCompletion(tokenizer, endTokens);
    this.draw = new BatchDraw(script);
    this.tokenizer = tokenizer;
    this.endTokens = endTokens;
    this.promptCache = promptCache;
    this.budget = budget;
    this.tree = tree;
    this.stepRows = stepRows;
    this.slots = new Slot[slotCount];
  }

  /** Draws until neither {@code jobs} nor a slot has anything left. */
  void run(Iterator<Job> jobs) {
    while (true) {
      try {
        dropAbandoned();
        if (!refill(jobs)) {
          return;
        }
        step();
      } catch (EngineException | OutOfMemory e) {
        if (!OutOfMemory.is(e)) {
          throw e;
        }
        halve();
      }
    }
  }

  private void dropAbandoned() {
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] != null && slots[i].job().abandoned().getAsBoolean()) {
        vacate(i);
      }
    }
    returned.removeIf(job -> job.abandoned().getAsBoolean());
  }

  /** Gives empty slots the next requests; false when nothing is left to do. */
  private boolean refill(Iterator<Job> jobs) {
    boolean busy = false;
    for (int i = 0; i < slots.length; i++) {
      while (slots[i] == null && (!returned.isEmpty() || jobs.hasNext())) {
        if (returned.isEmpty()) {
          returned.add(jobs.next());
        }
        // It stays there until it has its slot: memory may run out on the way.
        admit(returned.peek(), i);
        returned.remove();
      }
      busy |= slots[i] != null;
    }
    return busy;
  }

  private void admit(Job job, int slot) {
    Request request = job.request();
    Prompts.Found found = prompts.use(request.prompt());
    if (found instanceof Prompts.Found.Ready ready
        && ready.prefix().tokens() + begun(request.prompt()) >= config.context() - 1) {
      found = prompts.tooLong(ready.prefix().prompt().length + begun(request.prompt()));
    }
    if (found instanceof Prompts.Found.Refused refused) {
      prompts.release(request.prompt());
      job.sink().accept(new GenerationFailure(request, refused.reason()));
    } else if (found instanceof Prompts.Found.Ready ready) {
      Optional<Insertion> insertion = insertion(job);
      if (insertion.isEmpty()) {
        return;
      }
      Prefix prefix = ready.prefix();
      int begun = begun(request.prompt());
      int room = config.context() - prefix.tokens() - begun - 1;
      int limit = Math.min(job.sampling().maxTokens(), room);
      int copied = isShared(job, prefix) ? 0 : prefix.tokens();
      if (copied + begun > 0) {
        // All that it will need: growing holds the old cache and the new one at once.
        reserve(copied + begun + limit);
        if (copied > 0) {
          cache.putRows(slot, 0, prefix.rows());
        }
        if (begun > 0) {
          goOn((ModelPrompt.Begun) request.prompt(), prefix, slot, copied);
        }
      }
      slots[slot] = new Slot(job, prefix, copied, limit, insertion.get());
      regroup();
    }
  }

  /** Gives a slot the tokens that its completion has begun with. */
  private void goOn(ModelPrompt.Begun begun, Prefix prefix, int slot, int first) {
    long[] ids = prefix.with(begun.tokens().stream().mapToLong(Integer::longValue).toArray());
    int last = ids.length - 1;
    try (NDManager scratch = manager.newSubManager()) {
      PrefixTree.Way way = tree.drawn(scratch, prefix.way(script, tree), ids, last);
      List<NDArray> pieces = new ArrayList<>(way.pieces());
      if (way.tokens() < last) {
        NDArray rows = prefix.rowsOf(scratch, script, ids, way.pieces(), way.tokens());
        pieces.add(rows);
        tree.keepDrawn(way, ids, last, owner -> script.part(owner, rows, 0, last - way.tokens()));
      }
      cache.putRows(slot, first, pieces);
    }
  }

  /** Keeps a block that has ended. */
  private void keep(Slot slot, int i) {
    long[] ids = slot.prefix().with(slot.ids());
    int last = ids.length - 1;
    int shared = slot.prefix().tokens() - slot.copied();
    try (NDManager scratch = manager.newSubManager()) {
      PrefixTree.Way way = tree.drawn(scratch, slot.prefix().way(script, tree), ids, last);
      tree.keepDrawn(
          way,
          ids,
          last,
          owner -> cache.rows(owner, i, way.tokens() - shared, last - way.tokens()));
    }
  }

  private static int begun(ModelPrompt prompt) {
    return prompt instanceof ModelPrompt.Begun begun ? begun.tokens().size() : 0;
  }

  /** Completions go on in groups of one or few, each of which costs as much as many. */
  private boolean isShared(Job job, Prefix prefix) {
    return promptCache != PromptCache.COPIED
        && begun(job.request().prompt()) == 0
        && !(job.single() && prefix.tokens() <= COPIED);
  }

  /** Nothing where the job has failed by it. */
  private Optional<Insertion> insertion(Job job) {
    Request request = job.request();
    try {
      return Optional.of(Insertion.of(request.interruption(), tokenizer, endTokens));
    } catch (InvalidInput e) {
      prompts.release(request.prompt());
      job.sink().accept(new GenerationFailure(request, e.getMessage()));
      return Optional.empty();
    }
  }

  private void step() {
    if (shared == null) {
      rows = stepRows.of(rollouts(), slots.length, manager, script);
      closeUp();
      shared = SharedPrompts.of(manager, slots, rows);
    }
    long[] tokens = new long[rows];
    long[] positions = new long[rows];
    long[] own = new long[rows];
    int used = 1;
    for (int i = 0; i < rows; i++) {
      Slot slot = slots[i];
      if (slot != null) {
        tokens[i] = slot.nextToken();
        positions[i] = slot.nextPosition();
        own[i] = slot.nextRow();
        used = Math.max(used, slot.nextRow() + 1);
      }
    }
    reserve(used);
    Drawn drawn;
    Likeliest likeliest;
    try (NDManager scratch = manager.newSubManager()) {
      NDArray logits = script.step(scratch, tokens, positions, own, cache, shared);
      Slot[] drawing = Arrays.copyOf(slots, rows);
      drawn = draw.draw(scratch, logits, drawing);
      likeliest = draw.likeliest(scratch, logits, drawing);
    }
    for (int i = 0; i < rows; i++) {
      if (slots[i] != null) {
        take(i, drawn, likeliest);
      }
    }
  }

  private int rollouts() {
    return (int) Arrays.stream(slots).filter(Objects::nonNull).count();
  }

  /** Moves rollouts behind the rows of a step into free slots among them. */
  private void closeUp() {
    int free = 0;
    for (int i = rows; i < slots.length; i++) {
      if (slots[i] != null) {
        while (slots[free] != null) {
          free++;
        }
        move(i, free);
      }
    }
  }

  private void move(int from, int to) {
    int tokens = slots[from].nextRow();
    if (tokens > 0) {
      try (NDManager scratch = manager.newSubManager()) {
        cache.putRows(to, 0, List.of(cache.rows(scratch, from, 0, tokens)));
      }
    }
    slots[to] = slots[from];
    slots[from] = null;
  }

  private void take(int i, Drawn drawn, Likeliest likeliest) {
    Slot slot = slots[i];
    if (Float.isNaN(drawn.logprobs()[i])) {
      cache.clear(i);
      end(
          i,
          new GenerationFailure(
              slot.job().request(), NOT_A_NUMBER.formatted(type.name().toLowerCase(Locale.ROOT))));
      return;
    }
    slot.add(drawn, i);
    slot.tell(drawn, likeliest, i);
    Completion completion = ending.completionOf(slot);
    if (completion != null) {
      slot.job().trace().accept(slot.trace());
      if (completion.finish() == Completion.Finish.LENGTH
          && slot.job().request().prompt() instanceof ModelPrompt.Begun) {
        keep(slot, i);
      }
      end(i, completion);
    }
  }

  private void end(int i, Outcome outcome) {
    Job job = slots[i].job();
    vacate(i);
    job.sink().accept(outcome);
  }

  private void vacate(int i) {
    Slot slot = slots[i];
    slots[i] = null;
    regroup();
    prompts.release(slot.job().request().prompt());
  }

  private void regroup() {
    if (shared != null) {
      shared.close();
      shared = null;
    }
  }

  /** Makes room for this many tokens a slot. */
  private void reserve(int tokens) {
    if (cache == null) {
      cache = allocate(Math.max(tokens, FIRST));
    } else if (cache.capacity() < tokens) {
      KeyValueCache larger = allocate(Math.max(tokens, 2 * cache.capacity()));
      larger.takeOver(cache);
      cache.close();
      cache = larger;
    }
  }

  private KeyValueCache allocate(int tokens) {
    budget.check(config, type == ComputeType.FLOAT32 ? 4 : 2, slots.length, tokens);
    return script.cache(slots.length, tokens);
  }

  private void halve() {
    for (int i = slots.length - 1; i >= 0; i--) {
      if (slots[i] != null) {
        returned.addFirst(slots[i].job());
      }
    }
    regroup();
    prompts.close();
    tree.clear();
    if (cache != null) {
      cache.close();
      cache = null;
    }
    if (slots.length == 1) {
      Job job = returned.remove();
      job.sink().accept(new GenerationFailure(job.request(), OUT_OF_MEMORY));
    }
    slots = new Slot[Math.max(1, slots.length / 2)];
  }

  @Override
  public void close() {
    regroup();
    prompts.close();
    if (cache != null) {
      cache.close();
    }
    script.close();
    manager.close();
  }
}
