package org.galton.job.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.LocalSpark;
import org.galton.job.ScriptedModel;
import org.galton.job.Sums;
import org.galton.job.draw.Progress;
import org.galton.job.figure.ModelStatistics;
import org.galton.job.figure.StoredStages;
import org.galton.job.figure.StoredStatistics;
import org.galton.job.run.RunAddress;
import org.galton.job.run.RunTables;
import org.galton.model.Sampling;
import org.galton.model.source.ModelLoader;
import org.galton.reward.budget.AllocationRule;
import org.galton.reward.budget.KnapsackRule;
import org.galton.reward.budget.StagedBudget;
import org.galton.reward.budget.VarianceRule;
import org.galton.statistics.stage.StagedPassAtK;
import org.galton.study.balance.StoredBallots;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepPlan;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.table.BooksRow;
import org.galton.table.MetricRow;
import org.galton.table.PromptStatisticsRow;
import org.galton.table.RolloutRow;
import org.galton.table.Table;
import org.galton.table.store.TableFile;
import org.galton.task.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BudgetSweepTest {
  private static final int PROMPTS = 12;
  private static final int LOW = 4;
  private static final int HIGH = 24;
  private static final int BUDGET = 10 * PROMPTS;
  private static final ModelLoader FLAWLESS = ScriptedModel.Loader.flawless();
  private static final Configuration HADOOP = new Configuration();

  @TempDir private Path folder;

  private SweepSpec spec(AllocationRule rule, int budget) {
    return new SweepSpec(
        "test",
        7,
        folder.resolve("output").toString(),
        LOW,
        List.of("a", "b"),
        List.of(new TaskSpec(Sums.PLAIN, PROMPTS, Split.TEST)),
        List.of(SamplingWish.of(Sampling.untempered(20))),
        new Framing.Raw(),
        Decoding.DEFAULT,
        9,
        0.5,
        List.of(),
        Optional.of(new StagedBudget(budget, LOW, HIGH, rule)),
        Set.of());
  }

  private SweepSpec spec() {
    return spec(new VarianceRule(), BUDGET);
  }

  @Test
  void aBudgetIsSpentOnAPilotAndWhereTheRuleWantsIt() {
    List<Progress> told = Collections.synchronizedList(new ArrayList<>());
    SweepPlan before = sweep(FLAWLESS).plan(spec());
    SweepResult result = sweep(FLAWLESS).run(spec(), told::add);

    assertThat(before.missing()).isEqualTo(2 * BUDGET);
    assertThat(before.planned()).isEqualTo(2 * LOW * PROMPTS);
    assertThat(result.drawn().rollouts()).isEqualTo(2 * BUDGET);
    assertThat(result.judged()).isEqualTo(2 * BUDGET);
    assertThat(result.exitCode()).isZero();
    assertThat(result.warnings()).isEmpty();
    assertThat(numbers().values())
        .allMatch(indices -> indices.size() > LOW && indices.size() <= HIGH)
        .allSatisfy(
            indices ->
                assertThat(indices).isEqualTo(IntStream.range(0, indices.size()).boxed().toList()))
        .as("some prompts get more than others")
        .extracting(List::size)
        .contains(8)
        .anyMatch(size -> size > 10);
    assertThat(result.summary().orElseThrow().books())
        .allMatch(books -> books.requested() == BUDGET && books.scored() == BUDGET);
    Progress last = told.get(told.size() - 1);
    assertThat(last.done()).isEqualTo(2 * BUDGET).isEqualTo(last.total());
    assertThat(told).allMatch(progress -> progress.total() == 2 * BUDGET);
    assertThat(sweep(FLAWLESS).plan(spec()).missing()).isZero();
    assertThat(run(FLAWLESS).drawn().rollouts()).isZero();
  }

  @Test
  void figuresAreThoseOfThePilotExceptWhereBothStagesCount() {
    SweepResult result = run(FLAWLESS);
    List<PromptStatisticsRow> prompts = result.summary().orElseThrow().prompts();
    Map<String, List<Integer>> numbers = numbers();

    assertThat(prompts)
        .hasSize(2 * PROMPTS)
        .allSatisfy(
            row -> {
              assertThat(row.n()).isEqualTo(LOW);
              assertThat(row.judged())
                  .isEqualTo(numbers.get(row.generation() + row.promptId()).size());
            });
    for (String model : List.of("a", "b")) {
      double mean =
          prompts.stream()
              .filter(row -> row.model().equals(model))
              .mapToDouble(row -> row.second().successRate())
              .average()
              .orElseThrow();
      assertThat(figure(result, model, "pass@k", 1).value()).isCloseTo(mean, within(1e-12));
      assertThat(figure(result, model, "mean@n", null).value()).isCloseTo(mean, within(1e-12));
      assertThat(figure(result, model, "maj@n", null).method())
          .startsWith("one vote of all rollouts, of the pilot, ");
    }
    assertThat(result.summary().orElseThrow().metrics())
        .filteredOn(row -> row.metric().equals("pass@k"))
        .extracting(MetricRow::k)
        .as("no k above the pilot")
        .containsExactly(1, 2, 4, 1, 2, 4);
  }

  @Test
  void aRunsFiguresAreReadBackFromItsTable() {
    SweepResult result = run(FLAWLESS);
    String output = folder.resolve("output").toString();
    RunTables run = RunTables.latest(output, HADOOP);

    assertThat(run.pilot()).hasValue(LOW);
    assertThat(run.promptStatistics()).isEqualTo(result.summary().orElseThrow().prompts());
    for (int k : new int[] {1, 2, 4}) {
      for (String model : List.of("a", "b")) {
        double mean =
            run.promptStatistics().stream()
                .filter(row -> row.model().equals(model))
                .map(row -> StoredStages.of(row).orElseThrow())
                .mapToDouble(prompt -> new StagedPassAtK(k).value(prompt).orElseThrow())
                .average()
                .orElseThrow();
        assertThat(figure(result, model, "pass@k", k).value()).isCloseTo(mean, within(1e-12));
      }
    }
    ModelStatistics stats = StoredStatistics.of(output, run).models().get(0);
    assertThat(stats.rollouts()).isEqualTo(BUDGET);
    assertThat(stats.model())
        .endsWith("(budget: pass@k and mean@n of both stages, all else of a pilot of 4)");
    assertThat(StoredBallots.of(LocalSpark.session(), RunAddress.parse(output)))
        .allSatisfy(
            cell -> assertThat(cell.ballots()).allMatch(ballot -> ballot.rollouts() == LOW));
  }

  @Test
  void aLostSecondStageComesBackAsItWas() {
    run(FLAWLESS);
    Map<String, String> before = texts();
    int lost = delete(row -> row.rolloutIndex() >= LOW);
    SweepResult resumed = run(FLAWLESS);

    assertThat(lost).isPositive();
    assertThat(resumed.drawn().rollouts()).isEqualTo(lost);
    assertThat(texts()).isEqualTo(before);
  }

  @Test
  void aLostPilotComesBackAsItWas() {
    run(FLAWLESS);
    Map<String, String> before = texts();
    int lost = delete(row -> row.rolloutIndex() < LOW);
    SweepResult resumed = run(FLAWLESS);

    assertThat(resumed.drawn().rollouts()).isEqualTo(lost);
    assertThat(texts()).isEqualTo(before);
  }

  @Test
  void stageByStageTheSecondOneWaitsForVerdicts() {
    SweepResult pilot = run(EnumSet.of(Stage.ROLLOUT));

    assertThat(pilot.drawn().rollouts()).isEqualTo(2 * LOW * PROMPTS);
    assertThat(pilot.wanted()).isEqualTo(2 * LOW * PROMPTS);
    assertThat(pilot.warnings())
        .containsExactly(
            "The second stage of 144 rollouts is not drawn: run ./galton score and then ./galton"
                + " rollout, or ./galton sweep for all of it");
    assertThat(run(EnumSet.of(Stage.ROLLOUT)).drawn().rollouts()).isZero();
    assertThat(run(EnumSet.of(Stage.SCORE)).warnings())
        .containsExactly(
            "The second stage of 144 rollouts is not drawn: run ./galton rollout, or ./galton"
                + " sweep for all of it");
    SweepResult second = run(EnumSet.of(Stage.ROLLOUT));
    assertThat(second.drawn().rollouts()).isEqualTo(2 * (BUDGET - LOW * PROMPTS));
    assertThat(second.warnings()).isEmpty();
    run(EnumSet.of(Stage.SCORE));
    assertThat(run(EnumSet.of(Stage.SUMMARIZE)).summary().orElseThrow().books())
        .allMatch(books -> books.scored() == BUDGET);
  }

  @Test
  void aSweepThatDiedBeforeItsPilotWasJudgedGoesOn() {
    run(EnumSet.of(Stage.ROLLOUT));
    List<Progress> told = Collections.synchronizedList(new ArrayList<>());
    SweepResult resumed = sweep(FLAWLESS).run(spec(), told::add);

    assertThat(resumed.drawn().rollouts()).isEqualTo(2 * (BUDGET - LOW * PROMPTS));
    assertThat(resumed.judged()).isEqualTo(2 * BUDGET);
    Progress last = told.get(told.size() - 1);
    assertThat(last.done()).isEqualTo(last.total()).isEqualTo(2 * (BUDGET - LOW * PROMPTS));
  }

  @Test
  void aPromptWhosePilotFailedGetsItsSecondStageOnceThePilotIsWhole() {
    SweepResult first = run(new ScriptedModel.Loader(7));

    assertThat(first.failed()).isPositive();
    assertThat(first.summary().orElseThrow().books())
        .allMatch(books -> books.requested() == BUDGET && books.failed() > 0);
    assertThat(first.summary().orElseThrow().prompts())
        .filteredOn(row -> row.n() < LOW)
        .isNotEmpty()
        .allMatch(row -> row.second().secondN() == 0 && row.second().successRate() != null);

    SweepResult second = run(FLAWLESS);

    assertThat(second.failed()).isZero();
    assertThat(second.summary().orElseThrow().books())
        .extracting(BooksRow::requested, BooksRow::scored)
        .containsOnly(tuple((long) BUDGET, (long) BUDGET));
    assertThat(second.summary().orElseThrow().prompts()).allMatch(row -> row.n() == LOW);
    assertThat(rollouts().stream().map(BudgetSweepTest::key).toList()).doesNotHaveDuplicates();
  }

  @Test
  void anotherRuleAndAHigherBudgetDrawTheDifferenceOnly() {
    run(FLAWLESS);
    Map<String, String> before = texts();
    SweepResult more =
        sweep(FLAWLESS).run(spec(KnapsackRule.withDefaults(), 15 * PROMPTS), progress -> {});

    assertThat(texts()).containsAllEntriesOf(before);
    assertThat(more.drawn().rollouts()).isLessThan(2 * 15 * PROMPTS - 2 * LOW * PROMPTS);
    assertThat(more.summary().orElseThrow().books())
        .allMatch(books -> books.scored() == 15 * PROMPTS);
  }

  private static MetricRow figure(SweepResult result, String model, String metric, Integer k) {
    return result.summary().orElseThrow().metrics().stream()
        .filter(row -> row.model().equals(model) && row.metric().equals(metric))
        .filter(row -> k == null || k.equals(row.k()))
        .findFirst()
        .orElseThrow();
  }

  private SweepResult run(ModelLoader loader) {
    return sweep(loader).run(spec(), progress -> {});
  }

  private SweepResult run(EnumSet<Stage> stages) {
    return sweep(FLAWLESS).run(spec(), stages, progress -> {});
  }

  private static Sweep sweep(ModelLoader loader) {
    return new Sweep(LocalSpark.session(), loader, "test");
  }

  /** Rollout numbers by prompt of a model, ascending. */
  private Map<String, List<Integer>> numbers() {
    return rollouts().stream()
        .sorted((one, other) -> Integer.compare(one.rolloutIndex(), other.rolloutIndex()))
        .collect(
            Collectors.groupingBy(
                row -> row.generation() + row.promptId(),
                TreeMap::new,
                Collectors.mapping(RolloutRow::rolloutIndex, Collectors.toList())));
  }

  private static String key(RolloutRow row) {
    return row.generation() + row.promptId() + "#" + row.rolloutIndex();
  }

  private Map<String, String> texts() {
    return rollouts().stream()
        .collect(Collectors.toMap(BudgetSweepTest::key, RolloutRow::completion));
  }

  private List<RolloutRow> rollouts() {
    return files().stream()
        .flatMap(file -> read(file).stream())
        .filter(row -> !row.status().equals("failed"))
        .toList();
  }

  /** Deletes files of such rollouts; returns how many these were. */
  private int delete(Predicate<RolloutRow> lost) {
    int rollouts = 0;
    for (Path file : files()) {
      List<RolloutRow> rows = read(file);
      if (rows.stream().allMatch(lost)) {
        rollouts += rows.size();
        try {
          Files.delete(file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return rollouts;
  }

  private static List<RolloutRow> read(Path file) {
    return new TableFile(new org.apache.hadoop.fs.Path(file.toString()), HADOOP)
        .rows(Table.ROLLOUTS.rows());
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.walk(folder.resolve("output").resolve("rollouts"))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
