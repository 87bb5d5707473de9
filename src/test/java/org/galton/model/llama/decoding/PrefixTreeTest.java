package org.galton.model.llama.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.galton.model.Completion;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Completions drawn in blocks, by models that keep all of them, few, or none. */
final class PrefixTreeTest {
  private static final List<ModelPrompt> PROMPTS =
      List.of(new ModelPrompt.Raw("12+7="), new ModelPrompt.Raw("reach 82 with 3 7 25 75\n"));
  private static final int BLOCK = 5;
  private static final int BLOCKS = 5;

  /** Keys and values of a token: 3 blocks, 2 heads of width 8, in float32. */
  private static final int TOKEN = 2 * 3 * 2 * 8 * Float.BYTES;

  private static RandomModel random;

  @BeforeAll
  static void open() {
    random = new RandomModel(RandomModel.GROUPED, 3);
  }

  @AfterAll
  static void close() {
    random.close();
  }

  /** A tree of completions, each of whose blocks has two successors. */
  @Test
  void whatIsKeptChangesNothingThatIsDrawn() {
    try (LlamaModel roomy = model(1 << 20);
        LlamaModel tight = model(20)) {
      Map<List<Integer>, Completion> drawn = tree(() -> roomy, Long.MAX_VALUE);

      assertThat(drawn.size()).isGreaterThan(60);
      assertThat(roomy.keptBytes()).isGreaterThan(300L * TOKEN);
      assertSame(tree(() -> tight, 20L * TOKEN), drawn);
      List<LlamaModel> fresh = new ArrayList<>();
      assertSame(
          tree(
              () -> {
                fresh.add(model(1 << 20));
                return fresh.get(fresh.size() - 1);
              },
              Long.MAX_VALUE),
          drawn);
      fresh.forEach(LlamaModel::close);
    }
  }

  @Test
  void blocksAddUpToWhatIsDrawnAtOnce() {
    Sampling greedy = new Sampling(0, 0, 1, 0, BLOCK * BLOCKS, List.of());
    try (LlamaModel model = model(1 << 20)) {
      for (ModelPrompt prompt : PROMPTS) {
        Completion whole = draw(model, List.of(prompt), greedy).get(0);
        List<Integer> ids = List.of();
        double logprobs = 0;
        for (int block = 0; block < BLOCKS && ids.size() < whole.completionTokens(); block++) {
          Completion part =
              draw(model, List.of(new ModelPrompt.Begun(prompt, ids)), greedy.withMaxTokens(BLOCK))
                  .get(0);
          ids = plus(ids, part);
          logprobs += part.logprobSum();
          assertThat(part.tokens().prompt()).isEqualTo(whole.tokens().prompt());
        }
        assertThat(ids).isEqualTo(plus(List.of(), whole));
        assertThat(logprobs).isCloseTo(whole.logprobSum(), within(1e-4));
      }
    }
  }

  private static void assertSame(
      Map<List<Integer>, Completion> found, Map<List<Integer>, Completion> expected) {
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (path, completion) -> {
          assertThat(found.get(path).text()).isEqualTo(completion.text());
          assertThat(found.get(path).tokens().ids()).isEqualTo(completion.tokens().ids());
          assertThat(found.get(path).logprobSum()).isCloseTo(completion.logprobSum(), within(1e-4));
        });
  }

  /**
   * Level by level, so that a block's successors come long after it, and from the last to the
   * first, so that what was used longest ago is asked for last.
   *
   * @return by prompt and the turns taken at each block
   */
  private static Map<List<Integer>, Completion> tree(Supplier<LlamaModel> models, long mostBytes) {
    Map<List<Integer>, Completion> drawn = new HashMap<>();
    Map<List<Integer>, ModelPrompt.Begun> open = new HashMap<>();
    for (int i = 0; i < PROMPTS.size(); i++) {
      open.put(List.of(i), new ModelPrompt.Begun(PROMPTS.get(i), List.of()));
    }
    for (int level = 0; level < BLOCKS; level++) {
      List<List<Integer>> paths = new ArrayList<>();
      List<Request> requests = new ArrayList<>();
      for (List<Integer> path : open.keySet().stream().sorted(byPlaces()).toList()) {
        for (int turn = 0; turn < 2; turn++) {
          List<Integer> next = new ArrayList<>(path);
          next.add(turn);
          requests.add(new Request(paths.size(), open.get(path), next.hashCode()));
          paths.add(next);
        }
      }
      LlamaModel model = models.get();
      Map<List<Integer>, ModelPrompt.Begun> further = new HashMap<>();
      for (Completion block : drawn(model, requests, Sampling.untempered(BLOCK))) {
        List<Integer> path = paths.get((int) block.request().id());
        drawn.put(path, block);
        if (block.finish() == Completion.Finish.LENGTH) {
          ModelPrompt.Begun begun = (ModelPrompt.Begun) block.request().prompt();
          further.put(path, new ModelPrompt.Begun(begun.prompt(), plus(begun.tokens(), block)));
        }
      }
      assertThat(model.keptBytes()).isLessThanOrEqualTo(mostBytes);
      open = further;
    }
    return drawn;
  }

  private static Comparator<List<Integer>> byPlaces() {
    return Comparator.<List<Integer>, String>comparing(List::toString).reversed();
  }

  private static List<Integer> plus(List<Integer> ids, Completion block) {
    List<Integer> all = new ArrayList<>(ids);
    Arrays.stream(block.tokens().ids()).forEach(all::add);
    return all;
  }

  private static List<Completion> draw(
      LlamaModel model, List<ModelPrompt> prompts, Sampling sampling) {
    List<Request> requests = new ArrayList<>();
    prompts.forEach(prompt -> requests.add(new Request(requests.size(), prompt, 1)));
    return drawn(model, requests, sampling);
  }

  private static List<Completion> drawn(
      LlamaModel model, List<Request> requests, Sampling sampling) {
    List<Completion> drawn = new ArrayList<>();
    Map<Long, TokenTrace> traces = new HashMap<>();
    model.generate(
        requests.iterator(),
        sampling,
        (Outcome outcome) -> {
          Completion completion = (Completion) outcome;
          drawn.add(completion.with(traces.get(completion.request().id()).completionTokens()));
        },
        trace -> traces.put(trace.request().id(), trace));
    return drawn;
  }

  /**
   * @param kept tokens that a model may keep
   */
  private static LlamaModel model(int kept) {
    return random.model(random.weights, new CacheBudget(8L * kept * TOKEN), 1);
  }
}
