package org.galton.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.galton.game.GroupSearch;
import org.galton.model.ComputeType;
import org.galton.model.ModelCard;
import org.galton.model.Sampling;
import org.galton.search.AdaptiveSampler;
import org.galton.search.OneWaySampler;
import org.galton.spec.InvalidInput;
import org.galton.table.store.StoredCell;
import org.galton.table.store.StoredKeys;
import org.galton.table.store.Unfinished;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.group.GroupSearchTask;
import org.galton.task.group.LetterSumOptions;
import org.galton.task.group.LetterSumTask;
import org.junit.jupiter.api.Test;

final class SweepPlanTest {
  private static final Sampling SAMPLING = Sampling.untempered(30);
  private static final Framing RAW = new Framing.Raw();
  private static final ModelCard MODEL =
      new ModelCard("m", "d", 1, 100, OptionalLong.empty(), OptionalDouble.empty());

  @Test
  void shardsHoldConsecutiveRolloutsOfTheSamePrompts() {
    SweepPlan plan = plan(4, 6, Map.of());

    assertThat(slices(plan))
        .containsExactly(List.of("p0 0-4 #1", "p1 0-2 #1"), List.of("p1 2-4 #1", "p2 0-4 #1"));
    assertThat(plan.wanted()).isEqualTo(12);
    assertThat(plan.missing()).isEqualTo(12);
  }

  @Test
  void shardTakesAPromptWithMoreRolloutsThanItHoldsInParts() {
    assertThat(slices(plan(7, 3, Map.of()))).first().isEqualTo(List.of("p0 0-3 #1"));
    assertThat(plan(7, 3, Map.of()).shards()).allMatch(shard -> shard.rollouts() == 3);
  }

  @Test
  void storedRolloutsAreNotPlanned() {
    SweepPlan plan = plan(5, 100, Map.of("p0", drawn(1, 2), "p1", drawn(0, 1, 2, 3, 4, 9)));

    assertThat(slices(plan)).containsExactly(List.of("p0 0-1 #1", "p0 3-5 #1", "p2 0-5 #1"));
    assertThat(plan.cells().get(0).present()).isEqualTo(7);
    assertThat(plan.missing()).isEqualTo(8);
  }

  @Test
  void failedRolloutsArePlannedAsAFurtherAttempt() {
    StoredKeys keys = drawn(0).add(failed(1, 1)).add(failed(2, 2)).add(failed(0, 1));

    assertThat(slices(plan(4, 100, Map.of("p0", keys))).get(0))
        .startsWith("p0 1-2 #2", "p0 2-3 #3", "p0 3-4 #1");
  }

  @Test
  void shardIsNamedByItsRollouts() {
    assertThat(plan(4, 6, Map.of()).shards().stream().map(Shard::name))
        .doesNotHaveDuplicates()
        .isEqualTo(plan(4, 6, Map.of()).shards().stream().map(Shard::name).toList());
  }

  @Test
  void estimateTakesTheMeanLengthOfWhatIsStored() {
    SweepPlan known = plan(4, 6, Map.of("p0", drawn(0, 1)));
    SweepPlan unknown = plan(4, 6, Map.of());

    assertThat(known.estimate(OptionalDouble.of(10)).tokens()).isEqualTo(10 * 5);
    assertThat(known.estimate(OptionalDouble.of(10)).duration()).contains(Duration.ofSeconds(5));
    assertThat(known.estimate(OptionalDouble.of(10)).keepingTokens().bytes())
        .isEqualTo(known.estimate(OptionalDouble.of(10)).bytes() + 10 * 50);
    assertThat(unknown.estimate(OptionalDouble.empty()).tokens()).as("the limit").isEqualTo(360);
    assertThat(unknown.estimate(OptionalDouble.empty()).duration()).isEmpty();
  }

  @Test
  void aGameMayTakeTheLimitAtEveryTurn() {
    GroupSearchTask games =
        new GroupSearchTask("games", GroupSearch.defaults().withPlayers(4).withRounds(5));
    Cell cell = new Cell("m", MODEL, games, games.prompts(Split.TEST, 3, 1), SAMPLING, RAW, "g1");
    CellPlan plan =
        CellPlan.of(
            0,
            cell,
            new StoredCell(cell.partition(), 0, Map.of()),
            CellQuota.uniform(cell, 2),
            100);

    assertThat(new SweepPlan(List.of(plan)).estimate(OptionalDouble.empty()).tokens())
        .isEqualTo(3 * 2 * 4 * 5 * 30);
  }

  @Test
  void aSearchMayDrawAllBlocksOfAllItsCandidates() {
    Cell plain = cell(List.of(prompt(1), prompt(2)));
    Cell searched =
        new Cell(
            plain.source(),
            plain.model(),
            plain.task(),
            plain.prompts(),
            plain.sampling(),
            plain.framing(),
            "g1",
            Optional.of(new OneWaySampler(OneWaySampler.Choice.BEST, 8, 5, 0)));
    CellPlan plan =
        CellPlan.of(
            0,
            searched,
            new StoredCell(searched.partition(), 0, Map.of()),
            CellQuota.uniform(searched, 3),
            100);

    SweepPlan.Estimate estimate = new SweepPlan(List.of(plan)).estimate(OptionalDouble.empty());

    // 30 tokens are 4 blocks.
    assertThat(estimate.tokens()).isEqualTo(2 * 3 * 5 * 4 * 8);
    assertThat(estimate.stored()).isEqualTo(2 * 3 * 30);
    assertThat(searched.samplingName())
        .isEqualTo(
            plain.samplingName()
                + " sampler=block_best_of(maximises) candidates=5 block=8 value=exact");
  }

  /** A pilot is drawn once for a prompt and shard, and a candidate for each vote. */
  @Test
  void aPilotIsPlannedForEachPromptOfAShard() {
    Cell plain = cell(List.of(prompt(1), prompt(2)));
    AdaptiveSampler sampler = AdaptiveSampler.withDefaults();

    // Shards of 2: of 3 rollouts each two prompts are in two shards, both of them in one.
    assertThat(tokens(plain, sampler, 2)).isEqualTo((2 * 3 * 10 + 4 * 8) * 30);
    assertThat(tokens(plain, sampler, 100)).isEqualTo((2 * 3 * 10 + 2 * 8) * 30);
    assertThat(tokens(plain, sampler.with(AdaptiveSampler.Mode.CONVERGE), 2))
        .isEqualTo(2 * 3 * 10 * 30);
    assertThat(tokens(plain, sampler.with(AdaptiveSampler.Mode.EXPLORE), 2)).isEqualTo(2 * 3 * 30);
    LetterSumTask walks = new LetterSumTask("walks", LetterSumOptions.defaults());
    Cell walked = new Cell("m", MODEL, walks, walks.prompts(Split.TEST, 1, 1), SAMPLING, RAW, "g1");
    assertThat(tokens(walked, sampler, 100)).isEqualTo(3 * 200 * (10 + 8) * 30);
  }

  private static long tokens(Cell plain, AdaptiveSampler sampler, int shardRollouts) {
    Cell cell =
        new Cell(
            plain.source(),
            plain.model(),
            plain.task(),
            plain.prompts(),
            plain.sampling(),
            plain.framing(),
            "g1",
            Optional.of(sampler));
    CellPlan plan =
        CellPlan.of(
            0,
            cell,
            new StoredCell(cell.partition(), 0, Map.of()),
            CellQuota.uniform(cell, 3),
            shardRollouts);
    return new SweepPlan(List.of(plan)).estimate(OptionalDouble.empty()).tokens();
  }

  @Test
  void promptThatIsAskedTwiceIsRefused() {
    assertThatThrownBy(() -> cell(List.of(prompt(1), prompt(1))))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Cannot plan task t: it asks prompt p1 twice ('text 1'); remove one");
  }

  @Test
  void everythingThatShapesTheDistributionMakesAnotherGeneration() {
    Sampling cold = new Sampling(0.5, 0, 1, 0, 30, List.of());
    Sampling stopping = new Sampling(1, 0, 1, 0, 30, List.of("a", "b"));
    Sampling reversed = new Sampling(1, 0, 1, 0, 30, List.of("b", "a"));

    assertThat(
            List.of(
                id("d", SAMPLING, RAW, ComputeType.FLOAT32, 1),
                id("e", SAMPLING, RAW, ComputeType.FLOAT32, 1),
                id("d", SAMPLING, RAW, ComputeType.FLOAT32, 2),
                id("d", cold, RAW, ComputeType.FLOAT32, 1),
                id("d", stopping, RAW, ComputeType.FLOAT32, 1),
                id("d", Sampling.untempered(31), RAW, ComputeType.FLOAT32, 1),
                id("d", SAMPLING, chat("", "{prompt}"), ComputeType.FLOAT32, 1),
                id("d", SAMPLING, chat("", "{prompt}?"), ComputeType.FLOAT32, 1),
                id("d", SAMPLING, chat("Be brief.", "{prompt}"), ComputeType.FLOAT32, 1),
                id("d", SAMPLING, RAW, ComputeType.BFLOAT16, 1),
                id("d", SAMPLING, RAW, ComputeType.FLOAT16, 1),
                new Generation("d", SAMPLING, RAW, "", ComputeType.FLOAT32, "other/1", 1).id(),
                new Generation(
                        "d",
                        SAMPLING,
                        chat("", "{prompt}"),
                        "another template",
                        ComputeType.FLOAT32,
                        Generation.SAMPLER,
                        1)
                    .id()))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("g[0-9a-f]{20}"));
    assertThat(id("d", reversed, RAW, ComputeType.FLOAT32, 1))
        .isEqualTo(id("d", stopping, RAW, ComputeType.FLOAT32, 1));
  }

  @Test
  void samplingIsNamedByWhatDiffersFromTheModelsOwn() {
    Sampling all = new Sampling(0.7, 5, 0.9, 0.1, 64, List.of("\n"));

    assertThat(cell(List.of()).samplingName()).isEqualTo("temperature=1 max_tokens=30");
    assertThat(new Cell("m", MODEL, new EmptyTask(), List.of(), all, RAW, "g").samplingName())
        .isEqualTo("temperature=0.7 top_k=5 top_p=0.9 min_p=0.1 max_tokens=64 stop=[\n]");
  }

  @Test
  void booksThatDoNotBalanceAreRefused() {
    assertThatThrownBy(() -> new Books(10, 2, 5, 6, 1, 1, 20, 1, Optional.empty()).check("m, t"))
        .isInstanceOf(Unfinished.class)
        .hasMessage(
            "Cannot summarize m, t: the books do not balance: requested 10, scored 6, unscored 1,"
                + " failed 1, so 2 are missing; drawn by this run 2, by earlier ones 5; run the"
                + " same command again");
    new Books(10, 2, 6, 7, 1, 2, 20, 1, Optional.empty()).check("balanced");
  }

  @Test
  void partsOfStoredKeysAddUpInAnyOrder() {
    StoredKeys one = drawn(0, 1).add(drawn(5));
    StoredKeys other = drawn(5).add(drawn(1)).add(drawn(0));

    assertThat(one.drawn(10)).isEqualTo(other.drawn(10)).isEqualTo(3);
    assertThat(one.tokens()).isEqualTo(other.tokens());
    assertThat(one.firstTwice()).isEqualTo(-1);
    assertThat(drawn(3, 4).add(drawn(4, 5)).firstTwice()).isEqualTo(4);
  }

  @Test
  void rawPromptsInFloat32KeepTheIdThatTheyAlwaysHad() {
    assertThat(id("d", SAMPLING, RAW, ComputeType.FLOAT32, 1)).isEqualTo("g1d797489c299c4946180");
  }

  private static String id(
      String digest, Sampling sampling, Framing framing, ComputeType compute, long seed) {
    ModelCard model =
        new ModelCard("m", digest, 1, 100, OptionalLong.empty(), OptionalDouble.empty());
    return Generation.of(model, sampling, framing, compute, seed).id();
  }

  private static Framing chat(String system, String user) {
    return Framing.Chat.of(Optional.of(system).filter(text -> !text.isEmpty()), user);
  }

  private static SweepPlan plan(int rollouts, int shard, Map<String, StoredKeys> stored) {
    Cell cell = cell(IntStream.range(0, 3).mapToObj(SweepPlanTest::prompt).toList());
    SweepSpec spec =
        new SweepSpec(
            "s",
            1,
            "out",
            rollouts,
            List.of("m"),
            List.of(new TaskSpec(new EmptyTask(), 3, Split.TEST)),
            List.of(SamplingWish.of(SAMPLING)),
            RAW,
            Decoding.DEFAULT,
            shard,
            0);
    return SweepPlan.of(
        spec,
        List.of(cell),
        List.of(new StoredCell(cell.partition(), 0, stored)),
        SweepPlan.quotas(spec, List.of(cell)));
  }

  private static Cell cell(List<Prompt> prompts) {
    return new Cell("m", MODEL, new EmptyTask(), prompts, SAMPLING, RAW, "g");
  }

  private static Prompt prompt(int number) {
    return new Prompt("p" + number, "t", "c", "text " + number, "r", Map.of());
  }

  /** Each of five tokens. */
  private static StoredKeys drawn(int... indices) {
    StoredKeys keys = new StoredKeys();
    for (int index : indices) {
      keys.add(new StoredKeys.Part("p", index, "complete", 1, 5));
    }
    return keys;
  }

  private static StoredKeys failed(int index, int attempt) {
    return new StoredKeys().add(new StoredKeys.Part("p", index, "failed", attempt, null));
  }

  private static List<List<String>> slices(SweepPlan plan) {
    List<List<String>> shards = new ArrayList<>();
    for (Shard shard : plan.shards()) {
      shards.add(
          shard.slices().stream()
              .map(s -> s.prompt().id() + " " + s.from() + "-" + s.to() + " #" + s.attempt())
              .toList());
    }
    return shards;
  }
}
