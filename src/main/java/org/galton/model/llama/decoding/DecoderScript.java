package org.galton.model.llama.decoding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.galton.model.Fuzz;
import org.galton.model.Sampling;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.torch.TorchScript;
import org.galton.model.llama.weights.LlamaWeights;
import org.galton.model.llama.weights.LowRankBlock;
import org.galton.model.llama.weights.LowRankProduct;

/**
 * The methods of {@code decoder.py} over one model's weights: a whole prompt, one token a slot, and
 * the draw. One instance serves one thread.
 */
final class DecoderScript implements AutoCloseable {
  private final NDManager manager;
  private final LlamaConfig config;
  private final TorchScript script;
  private final RotaryTable rotary;
  private final List<IValue> model;
  private final NDArray finalNorm;

  DecoderScript(NDManager parent, LlamaWeights weights) {
    this.manager = parent.newSubManager();
    this.config = weights.config();
    this.script = weights.script();
    this.rotary = new RotaryTable(manager, config);
    this.finalNorm = weights.finalNorm();
    long[] windows =
        LongStream.range(0, config.layers()).map(i -> config.slidingWindow((int) i)).toArray();
    this.model =
        List.of(
            TorchScript.tensors(inOrder(weights)),
            IValue.listFrom(windows),
            IValue.listFrom(config.heads(), config.keyValueHeads(), config.headWidth()),
            IValue.from(config.normEpsilon()));
  }

  /** Weights in the order that the script numbers them by; an absent one is empty. */
  private List<NDArray> inOrder(LlamaWeights weights) {
    NDArray absent = manager.create(new Shape(0));
    List<NDArray> arrays = new ArrayList<>();
    arrays.add(weights.embedding());
    arrays.add(weights.finalNorm());
    arrays.add(weights.head());
    for (int layer = 0; layer < config.layers(); layer++) {
      LlamaWeights.Block block = weights.blocks().get(layer);
      arrays.add(block.attentionNorm());
      arrays.add(block.queryKeyValue());
      arrays.add(block.queryKeyValueBias().orElse(absent));
      arrays.add(block.queryNorm().orElse(absent));
      arrays.add(block.keyNorm().orElse(absent));
      arrays.add(block.attentionOutput());
      arrays.add(block.feedForwardNorm());
      arrays.add(block.gateUp());
      arrays.add(block.down());
      LowRankBlock beside =
          weights.lowRank().isEmpty() ? LowRankBlock.NONE : weights.lowRank().get(layer);
      for (Optional<LowRankProduct> product : beside.products()) {
        arrays.add(product.map(LowRankProduct::down).orElse(absent));
        arrays.add(product.map(LowRankProduct::up).orElse(absent));
      }
    }
    arrays.addAll(weights.scales());
    return arrays;
  }

  /** The residual stream after the last block, [sequences, tokens, width], then keys and values. */
  private NDList sequence(NDManager scratch, long[] ids, int sequences) {
    int each = ids.length / sequences;
    NDArray tokens = scratch.create(ids, new Shape(sequences, each));
    RotaryTable.Rows rows = rotary.sequence(scratch, 0, each, each);
    try (IValue at = TorchScript.tensor(tokens);
        IValue cosine = TorchScript.tensor(rows.cosine());
        IValue sine = TorchScript.tensor(rows.sine())) {
      return script.run(scratch, "sequence", arguments(at, cosine, sine));
    }
  }

  /**
   * Room for keys, then values, of every block of a sequence: [2 blocks, keyValueHeads, tokens,
   * headWidth].
   */
  NDArray rows(NDManager owner, int tokens) {
    try (IValue room = IValue.from((long) tokens)) {
      return script
          .run(owner, "sequence_rows", model.get(0), model.get(1), model.get(2), room)
          .singletonOrThrow();
    }
  }

  /** Such rows block by block, in the same memory: [keyValueHeads, tokens, headWidth] each. */
  List<NDArray> byBlock(NDManager owner, NDArray rows) {
    try (IValue all = TorchScript.tensor(rows)) {
      return List.copyOf(script.run(owner, "by_block", all));
    }
  }

  /** A copy of the rows of some tokens. */
  NDArray part(NDManager owner, NDArray rows, int from, int to) {
    try (IValue all = TorchScript.tensor(rows);
        IValue first = IValue.from((long) from);
        IValue count = IValue.from((long) (to - from))) {
      return script.run(owner, "part", all, first, count).singletonOrThrow();
    }
  }

  /** Fills rows with pieces, one behind another. */
  void put(NDArray rows, int from, List<NDArray> pieces) {
    try (IValue all = TorchScript.tensor(rows);
        IValue first = IValue.from((long) from);
        IValue parts = TorchScript.tensors(pieces)) {
      script.call("put_parts", all, first, parts).close();
    }
  }

  /**
   * Computes rows of some tokens of a sequence, the rows before which are there.
   *
   * @param ids of the whole sequence
   */
  void extend(NDArray rows, long[] ids, int from, int to) {
    try (NDManager scratch = manager.newSubManager()) {
      RotaryTable.Rows table = rotary.sequence(scratch, from, to, ids.length);
      try (IValue tokens = TorchScript.tensor(scratch.create(Arrays.copyOfRange(ids, from, to)));
          IValue cosine = TorchScript.tensor(table.cosine());
          IValue sine = TorchScript.tensor(table.sine());
          IValue all = TorchScript.tensor(rows);
          IValue first = IValue.from((long) from)) {
        script.call("extend", arguments(tokens, cosine, sine, all, first)).close();
      }
    }
  }

  /** Logits [tokens, vocabulary] after every token of a sequence. */
  NDArray logits(NDManager scratch, long[] ids) {
    return logits(scratch, hidden(scratch, ids));
  }

  /** The residual stream after the last block, [tokens, width]. */
  NDArray hidden(NDManager scratch, long[] ids) {
    return sequence(scratch, ids, 1).get(0).squeeze(0);
  }

  /** Logits [tokens, vocabulary] of a part of the residual stream. */
  NDArray logits(NDManager scratch, NDArray hidden) {
    try (IValue x = TorchScript.tensor(hidden)) {
      IValue[] all = {model.get(0), model.get(3), x};
      return script.run(scratch, "logits", all).singletonOrThrow();
    }
  }

  /**
   * Normed states in float32, [tokens asked for, width].
   *
   * @param ids of sequences of one length, one after another
   * @param asked numbers of tokens among all ids
   */
  NDArray states(NDManager scratch, long[] ids, int sequences, long[] asked) {
    NDArray hidden = sequence(scratch, ids, sequences).get(0);
    NDArray flat = hidden.reshape(ids.length, config.width());
    NDArray found = Ops.embed(scratch.create(asked), flat);
    try (IValue x = TorchScript.tensor(found);
        IValue gains = TorchScript.tensor(finalNorm);
        IValue epsilon = IValue.from(config.normEpsilon())) {
      return script
          .run(scratch, "norm", x, gains, epsilon)
          .singletonOrThrow()
          .toType(DataType.FLOAT32, false);
    }
  }

  /**
   * The residual stream before the first block and after every block, [1 + blocks, tokens, width].
   */
  NDArray layers(NDManager scratch, long[] ids, Fuzz fuzz) {
    RotaryTable.Rows rows = rotary.sequence(scratch, 0, ids.length, ids.length);
    float[] noise = fuzz.noise(ids.length, config.width());
    try (IValue at = TorchScript.tensor(scratch.create(ids));
        IValue cosine = TorchScript.tensor(rows.cosine());
        IValue sine = TorchScript.tensor(rows.sine());
        IValue noised = IValue.from((long) (fuzz.magnitude() == 0 ? 0 : fuzz.layer()));
        IValue magnitude = IValue.from(fuzz.magnitude());
        IValue added =
            TorchScript.tensor(scratch.create(noise, new Shape(ids.length, config.width())))) {
      return script
          .run(scratch, "layers", arguments(at, cosine, sine, noised, magnitude, added))
          .singletonOrThrow();
    }
  }

  /** Natural-log probabilities of all tokens, [rows, vocabulary], of states [rows, width]. */
  NDArray lens(NDManager scratch, NDArray states) {
    try (IValue x = TorchScript.tensor(states)) {
      return script.run(scratch, "lens", model.get(0), model.get(3), x).singletonOrThrow();
    }
  }

  /** Cosines [rows, tokens] between states [rows, width] and the embeddings of tokens. */
  NDArray cosines(NDManager scratch, NDArray states, long[] tokens) {
    try (IValue x = TorchScript.tensor(states);
        IValue asked = TorchScript.tensor(scratch.create(tokens))) {
      return script.run(scratch, "cosines", model.get(0), x, asked).singletonOrThrow();
    }
  }

  KeyValueCache cache(int slots, int tokens) {
    return new KeyValueCache(script, this::zeros, slots, tokens);
  }

  private IValue zeros(int slots, int capacity) {
    try (IValue rows = IValue.from((long) slots);
        IValue room = IValue.from((long) capacity)) {
      return script.call("cache", model.get(0), model.get(1), model.get(2), rows, room);
    }
  }

  /**
   * Logits [slots, vocabulary] after one more token a slot, whose keys and values are written to
   * the cache.
   *
   * @param tokens one a slot
   * @param positions of the tokens in their sequences
   * @param own the rows of the cache that the tokens take
   */
  NDArray step(
      NDManager scratch,
      long[] tokens,
      long[] positions,
      long[] own,
      KeyValueCache cache,
      SharedPrompts prompts) {
    long last = LongStream.of(positions).max().orElseThrow();
    RotaryTable.Rows table = rotary.upTo((int) last + 1);
    long span = KeyValueCache.roundUp((int) LongStream.of(own).max().orElseThrow() + 1);
    try (IValue ids = TorchScript.tensor(scratch.create(tokens));
        IValue at = TorchScript.tensor(scratch.create(positions));
        IValue row = TorchScript.tensor(scratch.create(own));
        IValue cosine = TorchScript.tensor(table.cosine());
        IValue sine = TorchScript.tensor(table.sine());
        IValue read = IValue.from(span)) {
      IValue[] all =
          arguments(
              ids,
              at,
              row,
              cosine,
              sine,
              cache.keys(),
              cache.values(),
              read,
              prompts.keysAndValues(),
              prompts.members());
      return script.run(scratch, "step", all).singletonOrThrow();
    }
  }

  /**
   * Draws one token a slot by inverting the cumulative distribution at a given uniform number.
   *
   * @param logits [slots, vocabulary] in float32
   * @param uniforms one number in [0, 1) a slot
   */
  Drawn draw(NDManager scratch, NDArray logits, float[] uniforms, Sampling sampling) {
    NDArray at = scratch.create(uniforms, new Shape(uniforms.length, 1));
    try (IValue scores = TorchScript.tensor(logits);
        IValue share = TorchScript.tensor(at);
        IValue temperature = IValue.from(sampling.temperature());
        IValue topK = IValue.from((long) sampling.topK());
        IValue topP = IValue.from(sampling.topP());
        IValue minP = IValue.from(sampling.minP())) {
      NDArray packed =
          script
              .run(scratch, "draw", scores, share, temperature, topK, topP, minP)
              .singletonOrThrow();
      return Drawn.unpack(packed.toType(DataType.FLOAT32, false).toFloatArray());
    }
  }

  /** The likeliest tokens of each slot before temperature and filters. */
  Likeliest likeliest(NDManager scratch, NDArray logits, int each) {
    int most = Math.toIntExact(Math.min(each, logits.getShape().get(1)));
    try (IValue scores = TorchScript.tensor(logits);
        IValue count = IValue.from((long) most)) {
      NDArray packed = script.run(scratch, "likeliest", scores, count).singletonOrThrow();
      return new Likeliest(packed.toFloatArray(), most);
    }
  }

  /**
   * Log-probabilities of given tokens, one a row, before temperature and filters; of each row then
   * those of the likeliest tokens, and their ids: [rows, 1 + 2 each].
   */
  NDArray read(NDManager scratch, NDArray logits, long[] tokens, int each) {
    try (IValue scores = TorchScript.tensor(logits);
        IValue asked = TorchScript.tensor(scratch.create(tokens, new Shape(tokens.length, 1)));
        IValue count = IValue.from((long) each)) {
      return script.run(scratch, "read", scores, asked, count).singletonOrThrow();
    }
  }

  private IValue[] arguments(IValue... own) {
    List<IValue> all = new ArrayList<>(model);
    all.addAll(List.of(own));
    return all.toArray(IValue[]::new);
  }

  @Override
  public void close() {
    model.forEach(IValue::close);
    manager.close();
  }
}
