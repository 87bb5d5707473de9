package org.galton.statistics.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.galton.statistics.Ballot;
import org.galton.statistics.Tally;
import org.galton.statistics.error.Bootstrap;
import org.galton.statistics.error.ClusterVariance;
import org.galton.statistics.error.ClusteredMean;
import org.galton.statistics.error.PromptMean;
import org.galton.statistics.mass.UndrawnEstimate;
import org.galton.statistics.test.PairedComparison;
import org.galton.statistics.vote.MajorityAtK;
import org.galton.statistics.vote.MajoritySimulation;
import org.junit.jupiter.api.Test;

/** No figure over prompts may change by a bit with the partitions in which its prompts arrive. */
class PartitionInvarianceTest {
  private static final Map<String, Function<List<Prompt>, Object>> FIGURES = figures();

  @Test
  void everyFigureIsTheSameBitsForAnyPartitionsInAnyOrder() {
    long seed = 20260117;
    Random random = new Random(seed);
    List<Prompt> prompts = prompts(random);
    FIGURES.forEach(
        (name, figure) -> {
          Object first = figure.apply(prompts);
          for (int partitions : new int[] {1, 2, 7, 64}) {
            assertThat(figure.apply(dealt(prompts, partitions, random)))
                .as("%s in %d partitions, seed %d", name, partitions, seed)
                .isEqualTo(first);
          }
        });
  }

  @Test
  void aVoteIsTheSameBitsForAnyOrderOfAnswers() {
    Random random = new Random(5);
    List<Integer> correct = new ArrayList<>(List.of(9, 4, 4, 1));
    List<Integer> wrong = new ArrayList<>(List.of(11, 8, 3, 2, 1, 1));
    Ballot first = new Ballot(correct, wrong, 7);
    for (int round = 0; round < 10; round++) {
      Collections.shuffle(correct, random);
      Collections.shuffle(wrong, random);
      Ballot shuffled = new Ballot(correct, wrong, 7);
      assertThat(MajorityAtK.of(16).value(shuffled)).isEqualTo(MajorityAtK.of(16).value(first));
      assertThat(MajoritySimulation.of(40, 3).value(shuffled))
          .isEqualTo(MajoritySimulation.of(40, 3).value(first));
      assertThat(UndrawnEstimate.ofCorrect(shuffled)).isEqualTo(UndrawnEstimate.ofCorrect(first));
    }
  }

  /** Two systems' answers to a prompt, and the prompt's family. */
  private record Prompt(Ballot first, Tally second, String family) {}

  private static List<Prompt> prompts(Random random) {
    return IntStream.range(0, 300)
        .mapToObj(
            i -> {
              int right = random.nextInt(9);
              List<Integer> correct = right == 0 ? List.of() : List.of(right);
              Ballot ballot =
                  new Ballot(
                      correct,
                      List.of(1 + random.nextInt(6), 1 + random.nextInt(4)),
                      random.nextInt(4));
              Tally second = new Tally(11, random.nextInt(12));
              return new Prompt(ballot, second, "family " + random.nextInt(41));
            })
        .toList();
  }

  private static List<Prompt> dealt(List<Prompt> prompts, int partitions, Random random) {
    List<List<Prompt>> dealt = new ArrayList<>();
    for (int i = 0; i < partitions; i++) {
      dealt.add(new ArrayList<>());
    }
    prompts.forEach(prompt -> dealt.get(random.nextInt(partitions)).add(prompt));
    Collections.shuffle(dealt, random);
    return dealt.stream().flatMap(List::stream).toList();
  }

  private static Map<String, Function<List<Prompt>, Object>> figures() {
    Map<String, Function<List<Prompt>, Object>> figures = new TreeMap<>();
    PromptMean mean = PromptMean.withDefaults();
    for (int k : new int[] {1, 2, 4, 8}) {
      figures.put("pass@" + k, prompts -> mean.of(tallies(prompts), new PassAtK(k)));
      figures.put("pass^" + k, prompts -> mean.of(tallies(prompts), new PassHatK(k)));
      figures.put("maj@" + k, prompts -> mean.of(ballots(prompts), MajorityAtK.of(k)));
    }
    figures.put("g-pass", prompts -> mean.of(tallies(prompts), new GPassAtK(4, 0.5)));
    for (ClusterVariance form : ClusterVariance.values()) {
      figures.put(
          "clustered " + form,
          prompts ->
              ClusteredMean.withDefaults().with(form).of(rates(prompts), families(prompts), 0));
    }
    Bootstrap bootstrap = Bootstrap.withDefaults().withResamples(100);
    figures.put("bootstrap", prompts -> bootstrap.of("pass@1", rates(prompts), 0));
    figures.put(
        "clustered bootstrap",
        prompts -> bootstrap.of("pass@1", rates(prompts), families(prompts), 0));
    PairedComparison paired = PairedComparison.withDefaults();
    figures.put("paired", prompts -> paired.of(rates(prompts), secondRates(prompts)));
    figures.put(
        "clustered paired",
        prompts -> paired.of(rates(prompts), secondRates(prompts), families(prompts)));
    figures.put("Bayes@N", prompts -> BayesAtN.withDefaults().of(tallies(prompts)));
    figures.put("components", prompts -> VarianceComponents.of(tallies(prompts)));
    figures.put("beta-binomial", prompts -> BetaBinomialFit.of(tallies(prompts)));
    return figures;
  }

  private static List<Ballot> ballots(List<Prompt> prompts) {
    return prompts.stream().map(Prompt::first).toList();
  }

  private static List<Tally> tallies(List<Prompt> prompts) {
    return ballots(prompts).stream().map(Ballot::tally).toList();
  }

  private static double[] rates(List<Prompt> prompts) {
    return tallies(prompts).stream()
        .mapToDouble(tally -> (double) tally.correct() / tally.rollouts())
        .toArray();
  }

  private static double[] secondRates(List<Prompt> prompts) {
    return prompts.stream().mapToDouble(prompt -> prompt.second().correct() / 11.0).toArray();
  }

  private static List<String> families(List<Prompt> prompts) {
    return prompts.stream().map(Prompt::family).toList();
  }
}
