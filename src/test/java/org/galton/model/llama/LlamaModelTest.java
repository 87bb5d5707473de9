package org.galton.model.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.Uniforms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LlamaModelTest {
  private static final Sampling GREEDY = new Sampling(0, 0, 1, 0, 64, List.of());

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void logitsOfASequenceAgreeWithThePlainDecoder(boolean grouped) {
    try (RandomModel random =
            new RandomModel(grouped ? RandomModel.GROUPED : RandomModel.UNTIED, 5);
        NDManager scratch = random.manager.newSubManager()) {
      long[] tokens = new Random(3).longs(40, 0, random.config.vocabulary()).toArray();
      float[] fast =
          new SequenceForward(scratch, random.weights)
              .logits(scratch.create(tokens, new Shape(1, tokens.length)))
              .get("0, -1")
              .toFloatArray();
      double[] plain = new PlainDecoder(random.config, random.tensors).logits(tokens);
      double largest = Arrays.stream(plain).map(Math::abs).max().orElseThrow();
      for (int i = 0; i < plain.length; i++) {
        // float32 rounding through a few dozen accumulations.
        assertThat((double) fast[i]).isCloseTo(plain[i], within(1e-4 * largest));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void greedyContinuationsAgreeWithThePlainDecoderTokenForToken(boolean grouped) {
    try (RandomModel random =
            new RandomModel(grouped ? RandomModel.GROUPED : RandomModel.UNTIED, 6);
        LlamaModel model = random.model(3)) {
      PlainDecoder plain = new PlainDecoder(random.config, random.tensors);
      for (String prompt : List.of("a", "12+34=?\n", "reach 7 with 1 2 4\n")) {
        Completion completion = only(model, prompt, GREEDY);
        long[] tokens = random.tokenizer.encode(prompt);
        int promptTokens = tokens.length;
        double logprobSum = 0;
        for (int i = 0; i < completion.completionTokens(); i++) {
          double[] logits = plain.logits(tokens);
          int best = 0;
          for (int id = 1; id < logits.length; id++) {
            best = logits[id] > logits[best] ? id : best;
          }
          logprobSum += logits[best] - logSumExp(logits);
          tokens = Arrays.copyOf(tokens, tokens.length + 1);
          tokens[tokens.length - 1] = best;
        }
        long[] drawn = Arrays.copyOfRange(tokens, promptTokens, tokens.length);
        assertThat(completion.text()).isEqualTo(random.tokenizer.decode(drawn));
        assertThat(completion.logprobSum()).isCloseTo(logprobSum, within(1e-3));
        assertThat(completion.promptTokens()).isEqualTo(promptTokens);
      }
    }
  }

  @Test
  void aCompletionDoesNotDependOnItsNeighboursOrTheNumberOfSlots() {
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 7)) {
      Sampling sampling = Sampling.untempered(40);
      List<Request> requests = new ArrayList<>();
      for (int prompt = 0; prompt < 6; prompt++) {
        for (int i = 0; i < 9; i++) {
          long id = prompt * 9 + i;
          requests.add(new Request(id, "x".repeat(1 + 7 * prompt), Uniforms.seed(11, id)));
        }
      }
      Map<Long, Outcome> together = draw(random, 16, requests, sampling);
      List<Request> shuffled = new ArrayList<>(requests);
      java.util.Collections.shuffle(shuffled, new Random(1));
      Map<Long, Outcome> apart = draw(random, 5, shuffled, sampling);
      Map<Long, Outcome> alone = draw(random, 1, requests, sampling);
      assertThat(together).hasSize(requests.size());
      for (Request request : requests) {
        Completion completion = (Completion) together.get(request.id());
        for (Map<Long, Outcome> other : List.of(apart, alone)) {
          Completion same = (Completion) other.get(request.id());
          assertThat(same.text()).isEqualTo(completion.text());
          assertThat(same.completionTokens()).isEqualTo(completion.completionTokens());
          assertThat(same.logprobSum()).isCloseTo(completion.logprobSum(), within(1e-3));
        }
      }
    }
  }

  @Test
  void tokensAreDrawnFromTheModelsDistribution() {
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 8)) {
      double[] logits =
          new PlainDecoder(random.config, random.tensors).logits(random.tokenizer.encode("ab"));
      double norm = logSumExp(logits);
      int draws = 4000;
      List<Request> requests = new ArrayList<>();
      for (int i = 0; i < draws; i++) {
        requests.add(new Request(i, "ab", Uniforms.seed(5, i)));
      }
      Map<String, Integer> counts = new HashMap<>();
      draw(random, 64, requests, Sampling.untempered(1))
          .values()
          .forEach(outcome -> counts.merge(((Completion) outcome).text(), 1, Integer::sum));
      double chiSquare = 0;
      int cells = 0;
      for (int id = 2; id < logits.length; id++) {
        double expected = draws * Math.exp(logits[id] - norm);
        if (expected >= 5) {
          double observed = counts.getOrDefault(random.tokenizer.decode(new long[] {id}), 0);
          chiSquare += (observed - expected) * (observed - expected) / expected;
          cells++;
        }
      }
      // A chi-square variable has mean cells and variance 2 cells; five deviations are far in its
      // tail.
      assertThat(cells).isGreaterThan(10);
      assertThat(chiSquare).isLessThan(cells + 5 * Math.sqrt(2.0 * cells));
    }
  }

  @Test
  void filtersKeepTheLikeliestTokens() {
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 9)) {
      double[] logits =
          new PlainDecoder(random.config, random.tensors).logits(random.tokenizer.encode("q"));
      Integer[] order = new Integer[logits.length];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (a, b) -> Double.compare(logits[b], logits[a]));
      List<Request> requests = new ArrayList<>();
      for (int i = 0; i < 600; i++) {
        requests.add(new Request(i, "q", Uniforms.seed(3, i)));
      }
      List<String> topThree =
          Arrays.stream(order)
              .limit(3)
              .map(id -> random.tokenizer.decode(new long[] {id}))
              .toList();
      double massOfTwo =
          Math.exp(logits[order[0]] - logSumExp(logits))
              + Math.exp(logits[order[1]] - logSumExp(logits));
      double ratio = Math.exp(logits[order[2]] - logits[order[0]]);
      Map<Sampling, List<String>> kept =
          Map.of(
              new Sampling(1, 3, 1, 0, 1, List.of()), topThree,
              // Just above the mass of two: the third is needed to reach it.
              new Sampling(1, 0, massOfTwo + 1e-4, 0, 1, List.of()), topThree,
              new Sampling(1, 0, 1, ratio * 0.999, 1, List.of()), topThree);
      kept.forEach(
          (sampling, expected) ->
              assertThat(
                      draw(random, 32, requests, sampling).values().stream()
                          .map(outcome -> ((Completion) outcome).text())
                          .distinct())
                  .containsExactlyInAnyOrderElementsOf(expected));
    }
  }

  @Test
  void aStopStringEndsACompletionAndIsCutFromIt() {
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 10);
        LlamaModel model = random.model(2)) {
      String whole = only(model, "stop", GREEDY).text();
      String stop = whole.substring(3, 5);
      Completion cut = only(model, "stop", new Sampling(0, 0, 1, 0, 64, List.of(stop)));
      assertThat(cut.text()).isEqualTo(whole.substring(0, whole.indexOf(stop)));
      assertThat(cut.finish()).isEqualTo(Completion.Finish.STOP);
    }
  }

  @Test
  void aPromptThatFillsTheContextIsAFailureAndTheOthersGoOn() {
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 11)) {
      List<Request> requests =
          List.of(new Request(0, "y".repeat(96), 1), new Request(1, "y".repeat(90), 1));
      Map<Long, Outcome> outcomes = draw(random, 2, requests, Sampling.untempered(64));
      assertThat(((GenerationFailure) outcomes.get(0L)).reason())
          .isEqualTo("Cannot continue a prompt of 96 tokens: the model's context is 96");
      assertThat(((Completion) outcomes.get(1L)).completionTokens()).isBetween(1, 6);
    }
  }

  @Test
  void decodingForLongLeavesNothingBehind() {
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 12);
        LlamaModel model = random.model(8)) {
      only(model, "warm", Sampling.untempered(32));
      int before = random.weights.manager().getManagedArrays().size();
      for (int round = 0; round < 5; round++) {
        only(model, "round" + round, Sampling.untempered(64));
      }
      assertThat(random.weights.manager().getManagedArrays()).hasSize(before);
    }
  }

  private static Completion only(LlamaModel model, String prompt, Sampling sampling) {
    List<Outcome> outcomes = new ArrayList<>();
    model.generate(List.of(new Request(0, prompt, 42)).iterator(), sampling, outcomes::add);
    return (Completion) outcomes.get(0);
  }

  private static Map<Long, Outcome> draw(
      RandomModel random, int slots, List<Request> requests, Sampling sampling) {
    Map<Long, Outcome> outcomes = new HashMap<>();
    try (LlamaModel model = random.model(slots)) {
      model.generate(
          requests.iterator(),
          sampling,
          outcome -> assertThat(outcomes.put(outcome.request().id(), outcome)).isNull());
    }
    return outcomes;
  }

  private static double logSumExp(double[] values) {
    double most = Arrays.stream(values).max().orElseThrow();
    return most + Math.log(Arrays.stream(values).map(v -> Math.exp(v - most)).sum());
  }
}
