package org.galton.study.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.LocalSpark;
import org.galton.game.Style;
import org.galton.game.letters.LetterSum;
import org.galton.game.letters.Lexicon;
import org.galton.game.walk.Sampler;
import org.galton.game.walk.Step;
import org.galton.game.walk.Votes;
import org.galton.game.walk.WalkRules;
import org.galton.job.RamblingModel;
import org.galton.job.sweep.RunReview;
import org.galton.job.sweep.Sweep;
import org.galton.job.sweep.SweepResult;
import org.galton.model.Sampling;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.table.RolloutRow;
import org.galton.table.ScoreRow;
import org.galton.table.Table;
import org.galton.table.store.TableFile;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.group.LetterSumOptions;
import org.galton.task.group.LetterSumTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps whose rollouts are walks. */
@Tag("whole")
final class WalkSweepTest {
  private static final int STEPS = 30;
  private static final int WALKS = 6;

  private static final LetterSumTask POOL = task("pool", Sampler.POOL, Votes.NONE);
  private static final List<LetterSumTask> TASKS =
      List.of(
          POOL,
          task("chain", Sampler.CHAIN, Votes.NONE),
          task("votes", Sampler.POOL, new Votes(3, 2)));

  @TempDir private Path folder;

  private static LetterSumTask task(String name, Sampler sampler, Votes votes) {
    return new LetterSumTask(
        name,
        LetterSumOptions.defaults()
            .withWalk(new WalkRules(sampler, votes, STEPS))
            .withWords(new LetterSum(100, Lexicon.LISTED, Style.MARKS))
            .withStarts("buzzy", "attitude"));
  }

  private static void run(Path output, int shard) {
    SweepSpec spec =
        new SweepSpec(
            "walk",
            7,
            output.toString(),
            WALKS,
            List.of("rambler"),
            TASKS.stream().map(task -> new TaskSpec(task, 1, Split.TEST)).toList(),
            List.of(SamplingWish.of(Sampling.untempered(16))),
            new Framing.Raw(),
            Decoding.DEFAULT,
            shard,
            0);
    SweepResult result =
        new Sweep(
                LocalSpark.session(),
                new RamblingModel.Loader(),
                RunReview.NONE,
                run -> new BalanceStudy().ofSweep(run),
                "test")
            .run(spec, progress -> {});
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void aWalkIsOneRolloutAndItsShareOfMovesTheReward() {
    run(folder, 1024);

    List<RolloutRow> rollouts = rows(folder, Table.ROLLOUTS);
    assertThat(rollouts).hasSize(TASKS.size() * WALKS);
    Map<String, Double> rewards =
        rows(folder, Table.SCORES).stream()
            .collect(
                Collectors.toMap(
                    row -> row.task() + row.promptId() + row.rolloutIndex(), ScoreRow::reward));
    for (RolloutRow row : rollouts) {
      LetterSumTask task =
          TASKS.stream().filter(t -> t.name().equals(row.task())).findAny().orElseThrow();
      Prompt prompt = task.prompts(Split.TEST, 1, 7).get(0);
      List<Step> steps = task.steps(prompt, row.completion()).orElseThrow();
      assertThat(steps).hasSize(STEPS);
      assertThat(rewards.get(row.task() + row.promptId() + row.rolloutIndex()))
          .isCloseTo(steps.stream().filter(Step::moved).count() / (double) STEPS, within(1e-12));
    }
    assertThat(folder.resolve("trajectories")).doesNotExist();
  }

  @Test
  void walksDoNotDependOnTheShards() {
    run(folder.resolve("one"), 1024);
    run(folder.resolve("many"), 4);

    assertThat(texts(folder.resolve("many")))
        .hasSize(TASKS.size() * WALKS)
        .isEqualTo(texts(folder.resolve("one")));
    assertThat(texts(folder.resolve("one")).values()).doesNotHaveDuplicates();
  }

  private static Map<String, String> texts(Path output) {
    return rows(output, Table.ROLLOUTS).stream()
        .collect(
            Collectors.toMap(
                row -> row.task() + row.promptId() + row.rolloutIndex(),
                RolloutRow::completion,
                (first, second) -> first + " and " + second,
                TreeMap::new));
  }

  private static <R extends Record> List<R> rows(Path output, Table<R> table) {
    try (Stream<Path> files = Files.walk(output.resolve(table.name()))) {
      return files
          .filter(file -> file.toString().endsWith(".parquet"))
          .sorted()
          .flatMap(
              file ->
                  new TableFile(new org.apache.hadoop.fs.Path(file.toString()), new Configuration())
                      .rows(table.rows()).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
