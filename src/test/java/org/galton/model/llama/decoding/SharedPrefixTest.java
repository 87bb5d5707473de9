package org.galton.model.llama.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.galton.game.Position;
import org.galton.model.Completion;
import org.galton.model.ComputeType;
import org.galton.model.LanguageModel;
import org.galton.model.ModelPrompt;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.Uniforms;
import org.galton.model.episode.EpisodeModel;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.config.ModelType;
import org.galton.model.llama.config.RopeScaling;
import org.galton.model.llama.tokenizer.Tokenizer;
import org.galton.model.llama.torch.Torch;
import org.galton.model.llama.weights.Family;
import org.galton.model.llama.weights.LlamaWeights;
import org.galton.train.TrainingVocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prompts that begin alike draw, bit for bit, what they draw when each is computed whole. */
final class SharedPrefixTest {
  private static final Sampling SAMPLING = Sampling.untempered(6);
  private static final int BLOCK = Prefix.BLOCK;

  /** Room for several blocks; the second layer's window is longer than one. */
  private static final LlamaConfig LONG =
      new LlamaConfig(
          ModelType.LLAMA,
          TrainingVocabulary.SIZE,
          32,
          3,
          4,
          2,
          8,
          48,
          512,
          1e-5,
          10_000,
          new RopeScaling.None(),
          List.of(0, BLOCK + 9, 5),
          true);

  private static final String HEAD = text(BLOCK, 1);

  static List<Family> family() {
    return Family.all();
  }

  private static String text(int tokens, long seed) {
    return new Random(seed)
        .ints(tokens, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static List<Request> requests(List<String> prompts) {
    List<Request> requests = new ArrayList<>();
    for (int i = 0; i < prompts.size(); i++) {
      requests.add(new Request(i, prompts.get(i), Uniforms.seed(5, i)));
    }
    return requests;
  }

  private static Map<Long, Completion> drawn(LanguageModel model, List<Request> requests) {
    Map<Long, Completion> drawn = new HashMap<>();
    model.generate(
        requests.iterator(),
        SAMPLING,
        outcome -> drawn.put(outcome.request().id(), (Completion) outcome));
    return drawn;
  }

  private static void assertSame(Map<Long, Completion> found, Map<Long, Completion> expected) {
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (id, completion) -> {
          assertThat(found.get(id).text()).isEqualTo(completion.text());
          assertThat(found.get(id).logprobSum()).isEqualTo(completion.logprobSum());
          assertThat(found.get(id).entropyMean()).isEqualTo(completion.entropyMean());
          assertThat(found.get(id).promptTokens()).isEqualTo(completion.promptTokens());
        });
  }

  @ParameterizedTest
  @MethodSource("family")
  void aHeadIsComputedOnceAndChangesNothing(Family member) {
    List<Request> requests =
        requests(List.of(HEAD + "12+34=?", HEAD + "5*6", HEAD + "12+34=?", HEAD, HEAD + "5"));
    try (RandomModel random = member.random(4);
        LlamaModel keeping = random.model(3);
        LlamaModel forgetting = random.forgetting(random.weights, 3)) {
      Map<Long, Completion> whole = drawn(forgetting, requests);

      assertSame(drawn(keeping, requests), whole);
      assertSame(drawn(keeping, requests), whole);
      assertThat(forgetting.promptTokens().reused()).isZero();
      if (member.config().rope() instanceof RopeScaling.Dynamic) {
        assertThat(keeping.promptTokens().reused()).isZero();
      } else {
        // The last token of a prompt is fed by its rollouts: HEAD alone has no whole block.
        assertThat(keeping.promptTokens().computed())
            .isEqualTo(BLOCK + 6 + 2 + (BLOCK - 1) /* and of "5" none */);
      }
    }
  }

  @Test
  void blocksSayWhatThePlainDecoderSays() {
    try (RandomModel random = new RandomModel(LONG, 8);
        LlamaModel model = random.model(2)) {
      PlainDecoder plain = new PlainDecoder(random.config, random.tensors);
      for (String prompt : List.of(HEAD + text(100, 2), HEAD + text(100, 2) + text(50, 3))) {
        Completion drawn = drawn(model, requests(List.of(prompt))).get(0L);
        long[] tokens = random.tokenizer.encode(prompt + drawn.text());
        List<double[]> logits = plain.logits(tokens, prompt.length());
        double logprobs = 0;
        for (int i = prompt.length(); i < tokens.length; i++) {
          double[] all = logits.get(i - prompt.length());
          logprobs += all[(int) tokens[i]] - Math.log(Arrays.stream(all).map(Math::exp).sum());
        }
        assertThat(tokens).hasSize(prompt.length() + SAMPLING.maxTokens());
        assertThat(drawn.logprobSum()).isCloseTo(logprobs, within(1e-3));
      }
      assertThat(model.promptTokens().reused()).isEqualTo(2 * BLOCK);
    }
  }

  @ParameterizedTest
  @EnumSource(ComputeType.class)
  void severalPromptsOfManyRolloutsAreTheSameInEveryType(ComputeType type) {
    List<String> prompts = new ArrayList<>();
    for (int question = 0; question < 5; question++) {
      prompts.addAll(
          Collections.nCopies(3, HEAD + text(80, 2) + text(20 + 9 * question, question)));
    }
    try (RandomModel random = new RandomModel(LONG, 8);
        LlamaWeights weights = random.weights(type);
        LlamaModel keeping = random.model(weights, CacheBudget.of(random.manager.getDevice()), 4);
        LlamaModel forgetting = random.forgetting(weights, 4)) {
      assertSame(drawn(keeping, requests(prompts)), drawn(forgetting, requests(prompts)));
      assertThat(keeping.promptTokens().reused()).isEqualTo(4 * 2 * BLOCK);
    }
  }

  /** Every turn shows all that was said. */
  private record Talk(List<String> said) implements Position {
    @Override
    public List<String> turns() {
      return over() ? List.of() : List.of(String.join("\n", said));
    }

    @Override
    public Position after(List<String> answers) {
      List<String> more = new ArrayList<>(said);
      more.add(answers.get(0));
      more.add(text(30, said.size()));
      return new Talk(List.copyOf(more));
    }

    @Override
    public boolean over() {
      return said.size() > 2 * 8;
    }

    @Override
    public String transcript() {
      return String.join("\n", said);
    }
  }

  @Test
  void aTurnOfAnEpisodeBeginsWhereItsPastEnds() {
    List<Request> games = requests(List.of("", "", ""));
    try (RandomModel random = new RandomModel(LONG, 9);
        LlamaModel keeping = random.model(2);
        LlamaModel forgetting = random.forgetting(random.weights, 2)) {
      Map<Long, Completion> whole = drawn(episodes(forgetting), games);

      assertSame(drawn(episodes(keeping), games), whole);
      assertThat(whole.get(0L).text()).isNotEqualTo(whole.get(1L).text());
      long anew = forgetting.promptTokens().computed();
      // A turn adds up to 38 tokens, and less than a block before them is computed again.
      assertThat(keeping.promptTokens().computed()).isLessThan(3 * 8 * (38 + BLOCK) + 3 * BLOCK);
      assertThat(keeping.promptTokens().computed() + keeping.promptTokens().reused())
          .isEqualTo(anew);
      assertThat(anew).isGreaterThan(2 * keeping.promptTokens().computed());
    }
  }

  private static LanguageModel episodes(LlamaModel model) {
    return new EpisodeModel(
        model, game -> new Talk(List.of(HEAD + game.id())), List.of(), ModelPrompt.Raw::new);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 63, 64, 70, 130, 200})
  void whatWasUsedLongestAgoGoesAndIsComputedAgain(int tokens) {
    List<String> heads = List.of(text(140, 1), text(140, 2), text(70, 3));
    List<String> prompts = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 40; i++) {
      String head = heads.get(random.nextInt(heads.size()));
      prompts.add(head.substring(0, head.length() - random.nextInt(20)) + text(i % 7, i));
    }
    long bytes = (long) tokens * 2 * 3 * 2 * 8 * Float.BYTES;
    try (RandomModel model = new RandomModel(LONG, 8);
        LlamaModel tight = model.model(model.weights, new CacheBudget(8 * bytes), 1);
        LlamaModel forgetting = model.forgetting(model.weights, 1)) {
      Map<Long, Completion> whole = drawn(forgetting, requests(prompts));
      requests(prompts)
          .forEach(
              request -> {
                assertSame(
                    drawn(tight, List.of(request)), Map.of(request.id(), whole.get(request.id())));
                assertThat(tight.keptBytes()).isLessThanOrEqualTo(bytes);
              });
      PromptTokens used = tight.promptTokens();
      assertThat(used.computed() + used.reused()).isEqualTo(forgetting.promptTokens().computed());
      assertThat(used.computed()).isGreaterThan(300);
      assertThat(used.reused() > 0).isEqualTo(tokens >= BLOCK);
    }
  }

  @Test
  void textsThatBeginAlikeButNotInTokensShareOnlyTokens() throws Exception {
    // "qu" is one token: a text that ends with q and one that goes on with u part before the q.
    ObjectMapper json = new ObjectMapper();
    ObjectNode root = (ObjectNode) json.readTree(TrainingVocabulary.tokenizerJson());
    ObjectNode vocabulary = (ObjectNode) root.get("model").get("vocab");
    int merged = vocabulary.remove("~").asInt();
    vocabulary.put("qu", merged);
    root.withObject("/model").withArray("merges").add("q u");
    String head = text(BLOCK - 1, 4).replace('q', 'z') + "q";
    List<String> prompts =
        List.of(head + " then", head + "u then", head + " last", head + "u last");
    try (RandomModel random = new RandomModel(LONG, 8);
        Tokenizer tokenizer =
            new Tokenizer(root.toString().getBytes(StandardCharsets.UTF_8), "tokenizer.json");
        LlamaModel keeping = model(random, tokenizer, PromptCache.SHARED);
        LlamaModel forgetting = model(random, tokenizer, PromptCache.FORGOTTEN)) {
      assertThat(tokenizer.encode(prompts.get(1))[BLOCK - 1]).isEqualTo(merged);
      assertThat(tokenizer.encode(prompts.get(0))).hasSize(prompts.get(0).length());

      assertSame(drawn(keeping, requests(prompts)), drawn(forgetting, requests(prompts)));
      assertThat(keeping.promptTokens().reused()).isEqualTo(2 * BLOCK);
    }
  }

  private static LlamaModel model(RandomModel random, Tokenizer tokenizer, PromptCache cache) {
    return new LlamaModel(random.card(), random.weights, tokenizer, Set.of(0L), cache, 2);
  }

  /** A completion's own keys are no prompt's: they were drawn token by token. */
  @Test
  void aPromptWithTheTokensOfAKeptCompletionIsComputed() {
    ModelPrompt prompt = new ModelPrompt.Raw("7+5=");
    Sampling block = Sampling.untempered(BLOCK);
    try (RandomModel random = new RandomModel(LONG, 8);
        LlamaModel keeping = random.model(1);
        LlamaModel forgetting = random.forgetting(random.weights, 1)) {
      List<Completion> begun = new ArrayList<>();
      keeping.generate(
          List.of(new Request(0, new ModelPrompt.Begun(prompt, List.of()), 3)).iterator(),
          block,
          outcome -> begun.add((Completion) outcome));
      assertThat(begun.get(0).finish()).isEqualTo(Completion.Finish.LENGTH);
      List<Request> next = requests(List.of("7+5=" + begun.get(0).text() + " and so on"));

      assertSame(drawn(keeping, next), drawn(forgetting, next));
      assertThat(keeping.promptTokens().reused()).isZero();
    }
  }

  @Test
  void loopsThatBeginTogetherComputeAHeadOnce() throws Exception {
    List<String> prompts = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      prompts.add(HEAD + text(2 * BLOCK, 6) + text(3 + i % 8, i % 8));
    }
    try (RandomModel random = new RandomModel(LONG, 10);
        LlamaModel forgetting = random.forgetting(random.weights, 4);
        LlamaModel keeping = random.model(4);
        SharedBatch batch = new SharedBatch(keeping, 3)) {
      Map<Long, Completion> whole = drawn(forgetting, requests(prompts));
      for (int loop = 0; loop < 3; loop++) {
        batch.join();
      }
      ExecutorService threads = Executors.newFixedThreadPool(4);
      List<Callable<Map<Long, Completion>>> callers = new ArrayList<>();
      for (int caller = 0; caller < 4; caller++) {
        callers.add(
            () -> {
              Map<Long, Completion> drawn = new HashMap<>();
              batch.generate(
                  requests(prompts).iterator(),
                  SAMPLING,
                  outcome -> drawn.put(outcome.request().id(), (Completion) outcome));
              return drawn;
            });
      }
      for (Future<Map<Long, Completion>> answer : threads.invokeAll(callers)) {
        Map<Long, Completion> found = answer.get();
        // Who shares a step is a matter of chance here: sums over tokens may differ in their last
        // digits.
        whole.forEach(
            (id, completion) -> {
              assertThat(found.get(id).text()).isEqualTo(completion.text());
              assertThat(found.get(id).logprobSum())
                  .isCloseTo(completion.logprobSum(), within(1e-4));
            });
      }
      threads.shutdown();
      long tails = Stream.iterate(0, i -> i + 1).limit(8).mapToLong(i -> 3 + i - 1).sum();
      assertThat(keeping.promptTokens().computed()).isEqualTo(3 * BLOCK + tails);
    }
  }

  @Test
  void aBatchThatIsHalvedKeepsNothingWrong() {
    List<String> prompts = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      prompts.add(HEAD + text(1 + i % 5, i % 5));
    }
    try (RandomModel random = new RandomModel(LONG, 8);
        // Keys and values of 3 slots of 64 tokens: the batch goes from 8 to 2.
        LlamaModel halved = random.model(random.weights, new CacheBudget(3 * 64 * 384), 8);
        LlamaModel forgetting = random.forgetting(random.weights, 2)) {
      assertSame(drawn(halved, requests(prompts)), drawn(forgetting, requests(prompts)));
    }
  }

  /** Who waits for a block computes it where the one that should have has failed. */
  @Test
  void aBlockWhoseComputationFailsIsLeftToTheNext() throws Exception {
    Torch.start(1);
    long[] ids = new Random(1).longs(10, 0, 50).toArray();
    try (NDManager manager = Torch.cpu();
        PrefixTree tree = new PrefixTree(manager, 1 << 20)) {
      assertThat(tree.further(manager, tree.start(), ids, 10).tokens()).isZero();
      CompletableFuture<PrefixTree.Way> waiting =
          CompletableFuture.supplyAsync(() -> tree.further(manager, tree.start(), ids, 10));
      assertThat(waiting).isNotDone();
      tree.computed(tree.start(), ids, 10);

      assertThat(waiting.get(60, TimeUnit.SECONDS).tokens()).isZero();
      CompletableFuture<PrefixTree.Way> third =
          CompletableFuture.supplyAsync(() -> tree.further(manager, tree.start(), ids, 10));
      tree.keep(tree.start(), ids, 10, owner -> owner.ones(new Shape(2, 1, 10, 1)));
      tree.computed(tree.start(), ids, 10);
      PrefixTree.Way found = third.get(60, TimeUnit.SECONDS);
      assertThat(found.tokens()).isEqualTo(10);
      assertThat(found.pieces())
          .extracting(NDArray::getShape)
          .containsExactly(new Shape(2, 1, 10, 1));
      assertThat(tree.bytes()).isEqualTo(2 * 10 * Float.BYTES);
    }
  }
}
