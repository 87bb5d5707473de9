package org.galton.model.llama.decoding;

import ai.djl.ndarray.NDManager;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Consumer;
import org.galton.model.HiddenStates;
import org.galton.model.InspectedModel;
import org.galton.model.LayerStates;
import org.galton.model.ModelCard;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.llama.tokenizer.Tokenizer;
import org.galton.model.llama.weights.LlamaWeights;

/** A decode loop over weights that it shares with others and does not own. */
public final class LlamaModel implements InspectedModel {
  private final NDManager manager;
  private final ModelCard card;
  private final LlamaWeights weights;
  private final Tokenizer tokenizer;
  private final Set<Long> endTokens;
  private final PromptCache promptCache;
  private final CacheBudget budget;
  private final int slots;
  private final PrefixTree tree;
  private final StepRows stepRows;

  /**
   * @param endTokens ids that end a completion
   * @param slots most rollouts decoded side by side; memory may allow fewer
   */
  public LlamaModel(
      ModelCard card,
      LlamaWeights weights,
      Tokenizer tokenizer,
      Set<Long> endTokens,
      PromptCache promptCache,
      int slots) {
    this(
        card,
        weights,
        tokenizer,
        endTokens,
        promptCache,
        CacheBudget.of(weights.manager().getDevice()),
        slots);
  }

  LlamaModel(
      ModelCard card,
      LlamaWeights weights,
      Tokenizer tokenizer,
      Set<Long> endTokens,
      PromptCache promptCache,
      CacheBudget budget,
      int slots) {
    this.card = card;
    this.manager = weights.manager().newSubManager();
    this.weights = weights;
    this.tokenizer = tokenizer;
    this.endTokens = endTokens;
    this.promptCache = promptCache;
    this.budget = budget;
    this.slots = slots;
    this.stepRows = new StepRows(weights.config().vocabulary());
    this.tree =
        new PrefixTree(
            manager, promptCache == PromptCache.FORGOTTEN ? 0 : budget.kept(weights.config()));
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
    generate(requests, sampling, sink, trace -> {});
  }

  /**
   * The same, telling the tokens of each completion just before the completion.
   *
   * @param trace not called for a request that fails
   */
  public void generate(
      Iterator<Request> requests,
      Sampling sampling,
      Consumer<Outcome> sink,
      Consumer<TokenTrace> trace) {
    run(
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return requests.hasNext();
          }

          @Override
          public Job next() {
            return new Job(requests.next(), sampling, sink, trace);
          }
        });
  }

  @Override
  public HiddenStates states() {
    return new SequenceStates(manager, weights);
  }

  @Override
  public LayerStates layers() {
    return new SequenceLayers(manager, weights, tokenizer);
  }

  /** For one thread, beside all loops; to be closed before this. */
  SequenceReader reader() {
    return new SequenceReader(manager, weights);
  }

  void run(Iterator<Job> jobs) {
    try (DecodeLoop loop =
        new DecodeLoop(
            manager, weights, tokenizer, endTokens, promptCache, budget, tree, stepRows, slots)) {
      loop.run(jobs);
    }
  }

  /** Bytes that are kept of prompts and of completions that may go on. */
  long keptBytes() {
    return tree.bytes();
  }

  /** Tokens of prompts so far. */
  public PromptTokens promptTokens() {
    return tree.promptTokens();
  }

  @Override
  public void close() {
    manager.close();
  }
}
