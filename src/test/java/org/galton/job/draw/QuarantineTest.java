package org.galton.job.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.galton.console.LocalSpark;
import org.galton.job.LethalModel;
import org.galton.job.LethalModel.Death;
import org.galton.job.ScriptedModel;
import org.galton.job.StoredTexts;
import org.galton.job.Sums;
import org.galton.job.sweep.CellFailures;
import org.galton.job.sweep.DrawnSweep;
import org.galton.job.sweep.Sweep;
import org.galton.job.sweep.SweepResult;
import org.galton.model.ComputeWish;
import org.galton.model.Sampling;
import org.galton.model.source.ModelLoader;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.table.BooksRow;
import org.galton.table.store.AttemptMarks;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Unfinished;
import org.galton.task.Split;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A prompt that kills its model does not take its shard along. */
final class QuarantineTest {
  private static final int PROMPTS = 10;
  private static final int ROLLOUTS = 8;
  private static final String LETHAL = "6+3=";

  @TempDir private Path folder;

  private SweepSpec spec(String output, double budget) {
    return spec(output, budget, Duration.ZERO);
  }

  private SweepSpec spec(String output, double budget, Duration timeout) {
    return new SweepSpec(
        "test",
        7,
        folder.resolve(output).toString(),
        ROLLOUTS,
        List.of("a"),
        List.of(new TaskSpec(Sums.PLAIN, PROMPTS, Split.TEST)),
        List.of(SamplingWish.of(Sampling.untempered(20))),
        new Framing.Raw(),
        new Decoding(128, "cpu", ComputeWish.FLOAT32, Decoding.TASKS_PER_GPU, timeout),
        50,
        budget);
  }

  private static SweepResult run(SweepSpec spec, ModelLoader loader) {
    return new Sweep(LocalSpark.session(), loader, "test").run(spec, progress -> {});
  }

  /** What a model draws that dies of nothing. */
  private void whole() {
    DrawnSweep.copied(spec("whole", 0), ScriptedModel.Loader.flawless());
  }

  @Tag("whole")
  @ParameterizedTest
  @EnumSource(names = {"EXCEPTION", "OUT_OF_MEMORY", "HANGING"})
  void onlyTheRolloutsOfTheLethalPromptAreMissing(Death death) {
    whole();
    Duration timeout = death == Death.HANGING ? Duration.ofSeconds(2) : Duration.ZERO;
    SweepResult result = run(spec("hurt", 0.05, timeout), new LethalModel.Loader(LETHAL, death));

    Map<String, String> whole = StoredTexts.drawn(folder.resolve("whole"));
    Map<String, String> hurt = StoredTexts.drawn(folder.resolve("hurt"));
    assertThat(whole).hasSize(PROMPTS * ROLLOUTS).containsAllEntriesOf(hurt);
    assertThat(hurt).hasSize((PROMPTS - 1) * ROLLOUTS);
    assertThat(StoredTexts.failures(folder.resolve("hurt")))
        .hasSize(ROLLOUTS)
        .allSatisfy(
            row ->
                assertThat(row.error())
                    .startsWith("the model failed on this prompt alone: ")
                    .endsWith(
                        switch (death) {
                          case EXCEPTION -> "IllegalStateException: no such expert: 9";
                          case OUT_OF_MEMORY -> "OutOfMemoryError: Java heap space";
                          case HANGING ->
                              "IllegalStateException: no rollout ended in 2 s (decoding.timeout)";
                          case PROCESS -> throw new AssertionError(death);
                        }));
    assertThat(result.drawn().quarantined())
        .extracting(Quarantined::rollouts)
        .satisfies(counts -> assertThat(counts.stream().mapToInt(n -> n).sum()).isEqualTo(8));
    assertThat(result.summary().orElseThrow().books())
        .singleElement()
        .matches(books -> balances(books) && books.failed() == ROLLOUTS);
    assertThat(result.exitCode()).as("a tenth failed, a twentieth may").isEqualTo(1);
    assertThat(result.overBudget()).singleElement().matches(cell -> cell.failed() == ROLLOUTS);
    assertThat(folder.resolve("hurt/_attempts")).doesNotExist();
  }

  private static boolean balances(BooksRow books) {
    return books.requested() == books.scored() + books.unscored() + books.failed();
  }

  @Test
  void theNextRunTriesAgain() {
    ModelLoader lethal = new LethalModel.Loader(LETHAL, Death.EXCEPTION);
    assertThat(run(spec("out", 0.1), lethal).exitCode()).as("within the budget").isZero();
    SweepResult again = run(spec("out", 0.1), lethal);
    SweepResult healed = run(spec("out", 0.1), ScriptedModel.Loader.flawless());

    assertThat(again.exitCode()).isZero();
    assertThat(again.failed()).isEqualTo(ROLLOUTS);
    assertThat(healed.drawn().rollouts()).isEqualTo(ROLLOUTS);
    assertThat(healed.failed()).isZero();
    assertThat(StoredTexts.failures(folder.resolve("out"))).isEmpty();
  }

  @Test
  void aModelThatDiesOfEverythingStopsTheSweep() {
    assertThatThrownBy(() -> run(spec("out", 1), new LethalModel.Loader("", Death.EXCEPTION)))
        .isInstanceOf(Unfinished.class)
        .hasMessageMatching(
            "Cannot draw with model a: it answered no request at all; \\d+ rollouts of prompt \\w+"
                + " \\(a, sums\\) were not drawn: the model failed on this prompt alone:"
                + " IllegalStateException: no such expert: 9; look at the model, then run the same"
                + " command again");
  }

  @Test
  void theBudgetHoldsInEachCell() {
    SweepSpec two = spec("out", 0.06).withModels(List.of("a", "b"));
    ModelLoader lethal = new LethalModel.Loader(LETHAL, Death.EXCEPTION);
    run(two.withModels(List.of("b")), ScriptedModel.Loader.flawless());
    SweepResult result = run(two, lethal);

    assertThat(result.failed()).as("of 160, which is 5 %").isEqualTo(ROLLOUTS);
    assertThat(result.overBudget())
        .extracting(CellFailures::cell)
        .containsExactly("a, sums, temperature=1 max_tokens=20");
    assertThat(result.exitCode()).isEqualTo(1);
  }

  @Test
  void aKilledAttemptIsFollowedByACarefulOneAndThePromptThatKillsThriceIsGivenUp() {
    whole();
    Map<String, String> whole = StoredTexts.drawn(folder.resolve("whole"));
    SweepSpec spec = spec("killed", 0.1);
    var plan = new Sweep(LocalSpark.session(), ScriptedModel.Loader.flawless(), "t").plan(spec);
    var shard = plan.shards().get(0);
    var output =
        new OutputFolder(spec.output(), LocalSpark.session().sparkContext().hadoopConfiguration());
    var marks = new AttemptMarks(output, shard.name());
    String suspect = shard.slices().get(1).prompt().id();
    marks.set("shard");
    for (int death = 0; death < ShardDrawing.DEATHS; death++) {
      marks.set(suspect + "-0");
    }
    SweepResult result = run(spec, ScriptedModel.Loader.flawless());

    assertThat(StoredTexts.failures(folder.resolve("killed")))
        .hasSize(ROLLOUTS)
        .allMatch(row -> row.promptId().equals(suspect))
        .allMatch(row -> row.error().equals("the process died 3 times while drawing it"));
    assertThat(whole)
        .hasSize(PROMPTS * ROLLOUTS)
        .containsAllEntriesOf(StoredTexts.drawn(folder.resolve("killed")));
    assertThat(result.drawn().rollouts()).isEqualTo((PROMPTS - 1) * ROLLOUTS);
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void fewerDeathsAreNotHeldAgainstAPrompt() {
    SweepSpec spec = spec("killed", 0);
    var plan = new Sweep(LocalSpark.session(), ScriptedModel.Loader.flawless(), "t").plan(spec);
    var output =
        new OutputFolder(spec.output(), LocalSpark.session().sparkContext().hadoopConfiguration());
    plan.shards()
        .forEach(
            shard -> {
              var marks = new AttemptMarks(output, shard.name());
              for (int death = 1; death < ShardDrawing.DEATHS; death++) {
                marks.set("shard");
                marks.set(shard.slices().get(0).prompt().id() + "-0");
              }
            });
    SweepResult result = run(spec, ScriptedModel.Loader.flawless());

    assertThat(result.drawn().rollouts()).isEqualTo(PROMPTS * ROLLOUTS);
    assertThat(
            StoredTexts.drawn(folder.resolve("killed")).keySet().stream()
                .collect(Collectors.toSet()))
        .hasSize(PROMPTS * ROLLOUTS);
  }
}
