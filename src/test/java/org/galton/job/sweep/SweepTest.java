package org.galton.job.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.LocalSpark;
import org.galton.job.ScriptedModel;
import org.galton.job.Sums;
import org.galton.job.draw.Progress;
import org.galton.job.figure.Figure;
import org.galton.job.query.Query;
import org.galton.model.Sampling;
import org.galton.model.source.ModelLoader;
import org.galton.spec.InvalidInput;
import org.galton.study.rates.StatsJob;
import org.galton.study.rates.StatsRequest;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.table.MetricRow;
import org.galton.table.PromptStatisticsRow;
import org.galton.table.RolloutRow;
import org.galton.table.ScoreRow;
import org.galton.table.Table;
import org.galton.table.store.TableFile;
import org.galton.table.store.Unfinished;
import org.galton.task.Split;
import org.galton.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SweepTest {
  private static final int PROMPTS = 5;
  private static final Configuration HADOOP = new Configuration();

  @TempDir private Path folder;
  private Wish wish;

  /** The part of a spec that tests vary. */
  private record Wish(List<String> models, Task task, int rollouts, int shard, double budget) {
    Wish rollouts(int other) {
      return new Wish(models, task, other, shard, budget);
    }

    Wish shard(int other) {
      return new Wish(models, task, rollouts, other, budget);
    }

    Wish task(Task other) {
      return new Wish(models, other, rollouts, shard, budget);
    }

    Wish models(String... other) {
      return new Wish(List.of(other), task, rollouts, shard, budget);
    }

    Wish budget(double other) {
      return new Wish(models, task, rollouts, shard, other);
    }

    SweepSpec in(Path output) {
      return new SweepSpec(
          "test",
          7,
          output.toString(),
          rollouts,
          models,
          List.of(new TaskSpec(task, PROMPTS, Split.TEST)),
          List.of(SamplingWish.of(Sampling.untempered(20))),
          new Framing.Raw(),
          Decoding.DEFAULT,
          shard,
          budget);
    }
  }

  @BeforeEach
  void wishForEightRolloutsOfTwoModels() {
    wish = new Wish(List.of("a", "b"), Sums.PLAIN, 8, 12, 0);
  }

  @Test
  void everyWantedRolloutIsDrawnScoredAndCountedOnce() {
    SweepResult result = run(wish);

    assertThat(result.drawn().rollouts()).isEqualTo(80);
    assertThat(result.judged()).isEqualTo(80);
    assertThat(result.exitCode()).isZero();
    assertThat(keys()).hasSize(80).doesNotHaveDuplicates();
    assertThat(scores()).hasSize(80);
    assertThat(result.summary().orElseThrow().books())
        .allSatisfy(books -> assertThat(books.scored()).isEqualTo(40))
        .allSatisfy(books -> assertThat(books.reused()).isZero());
    assertThat(rows(Table.RUNS)).singleElement().matches(row -> row.exitCode() == 0);
    assertThat(rows(Table.PROMPTS)).hasSize(PROMPTS);
  }

  @Test
  void aSweepsFiguresAreThoseOfItsRolloutsGivenToStats() {
    List<MetricRow> figures = drawn(wish.models("a")).summary().orElseThrow().metrics();

    Query.over(LocalSpark.session(), Optional.of(output().toString())); // registers the views
    String given = folder.resolve("given.parquet").toString();
    LocalSpark.session()
        .sql(
            "SELECT s.prompt_id AS prompt, s.rollout_index AS sample, s.answer, s.correct,"
                + " r.logprob_sum, r.completion_tokens AS tokens,"
                + " if(r.status = 'truncated', 'length', 'stop') AS finish"
                + " FROM scores s JOIN rollouts r USING (prompt_id, rollout_index)")
        .write()
        .parquet(given);
    List<Figure> expected =
        new StatsJob(LocalSpark.session()).run(StatsRequest.of(given)).models().get(0).figures();
    assertThat(expected).extracting(Figure::metric).contains("maj@k", "token_entropy", "maj@n");
    assertThat(figures).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      Figure figure = expected.get(i);
      MetricRow row = figures.get(i);
      assertThat(row.metric()).isEqualTo(figure.metric());
      assertThat(row.k()).isEqualTo(figure.k());
      assertThat(row.value()).as(row.metric()).isEqualTo(figure.estimate().value().orElseThrow());
      assertThat(row.ciLow()).isEqualTo(orNull(figure.estimate().low()));
      assertThat(row.promptsShort()).isEqualTo(figure.estimate().promptsShort());
      assertThat(row.method()).isEqualTo(figure.method());
    }
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }

  @Test
  void secondRunFindsNothingToDo() {
    drawn(wish);
    SweepResult again = run(wish);

    assertThat(again.drawn().rollouts()).isZero();
    assertThat(again.judged()).isZero();
    assertThat(again.summary().orElseThrow().books())
        .allSatisfy(books -> assertThat(books.reused()).isEqualTo(40));
    assertThat(rows(Table.RUNS)).hasSize(2);
  }

  @Test
  void lostShardsAreDrawnAgainWithTheSameTexts() {
    drawn(wish);
    Map<String, String> before = texts();
    int lost = delete(files("rollouts").get(0)) + delete(files("rollouts").get(2));
    SweepResult resumed = run(wish);

    assertThat(resumed.drawn().rollouts()).isEqualTo(lost);
    assertThat(resumed.judged()).isEqualTo(lost);
    assertThat(texts()).isEqualTo(before);
  }

  @Test
  void shardSizeMakesNoDifferenceToTheTexts() {
    drawn(wish);
    Map<String, String> before = texts();
    Path other = folder.resolve("other");
    new Sweep(LocalSpark.session(), ScriptedModel.Loader.flawless(), "test")
        .run(wish.shard(5).in(other), progress -> {});

    assertThat(textsIn(other)).isEqualTo(before);
  }

  @Test
  void moreRolloutsDrawOnlyTheDifference() {
    drawn(wish);
    Map<String, String> before = texts();
    SweepResult more = run(wish.rollouts(16));

    assertThat(more.drawn().rollouts()).isEqualTo(80);
    assertThat(keys()).hasSize(160).doesNotHaveDuplicates();
    assertThat(texts()).containsAllEntriesOf(before);
    assertThat(more.summary().orElseThrow().books())
        .allSatisfy(books -> assertThat(books.reused()).isEqualTo(40));
  }

  @Test
  void fewerRolloutsCountOnlyTheFirst() {
    SweepResult few = drawn(wish);
    run(wish.rollouts(16));
    SweepResult again = run(wish);

    assertThat(figures(again)).isEqualTo(figures(few));
    assertThat(again.summary().orElseThrow().books())
        .allSatisfy(books -> assertThat(books.requested()).isEqualTo(40));
  }

  @Test
  void anotherModelIsAnotherCell() {
    drawn(wish);
    SweepResult more = run(wish.models("a", "b", "c"));

    assertThat(more.drawn().rollouts()).isEqualTo(40);
  }

  @Test
  void modelUnderAnotherNameKeepsItsRollouts() {
    drawn(wish.models("a"));
    SweepResult renamed = run(wish.models("renamed:a"));

    assertThat(renamed.drawn().rollouts()).isZero();
    assertThat(renamed.summary().orElseThrow().books())
        .singleElement()
        .matches(books -> books.model().equals("renamed:a") && books.reused() == 40);
  }

  @Test
  void sameModelTwiceInOneSweepIsRefused() {
    assertThatThrownBy(() -> run(wish.models("a", "renamed:a").rollouts(4)))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot plan sweep test: models 'a' and 'renamed:a' are the same (digest a); name one"
                + " of them");
  }

  @Test
  void failedRolloutsAreNotScoredAndAreTriedAgain() {
    SweepResult first = run(wish, new ScriptedModel.Loader(3));
    List<RolloutRow> failures = failures();

    assertThat(failures).isNotEmpty();
    assertThat(failures)
        .allSatisfy(row -> assertThat(row.error()).isEqualTo("the server said 503"))
        .allSatisfy(row -> assertThat(row.attempt()).isEqualTo(1));
    assertThat(first.failed()).isEqualTo(failures.size());
    assertThat(first.exitCode()).isEqualTo(1);
    assertThat(first.judged()).isEqualTo(80 - failures.size());
    assertThat(run(wish.budget(0.9), new ScriptedModel.Loader(3)).exitCode()).isZero();
    assertThat(failures())
        .as("the later attempt stands")
        .hasSameSizeAs(failures)
        .allSatisfy(row -> assertThat(row.attempt()).isEqualTo(2));

    SweepResult third = run(wish);

    assertThat(third.drawn().rollouts()).isEqualTo(failures.size());
    assertThat(third.exitCode()).isZero();
    assertThat(failures()).isEmpty();
    assertThat(keys()).hasSize(80).doesNotHaveDuplicates();
    assertThat(rollouts().stream().filter(row -> row.attempt() == 3)).hasSameSizeAs(failures);
  }

  @Test
  void rolloutThatIsStoredTwiceStopsTheReader() throws IOException {
    drawn(wish);
    Path file = files("rollouts").get(0);
    Files.copy(file, file.resolveSibling("rollouts-copy.parquet"));

    assertThatThrownBy(() -> run(wish))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith(
            "Cannot read %s (%s and rollouts-copy.parquet): rollout 0 of prompt "
                .formatted(file.getParent(), file.getFileName()))
        .hasMessageContaining(
            " is stored twice; './galton check --output %s' names the files".formatted(output()));
  }

  @Test
  void anotherVerifierJudgesAgainAndDrawsNothing() {
    drawn(wish);
    SweepResult other = run(wish.task(new Sums("sums", "2")));

    assertThat(other.drawn().rollouts()).isZero();
    assertThat(other.judged()).isEqualTo(80);
    assertThat(scores().stream().collect(Collectors.groupingBy(ScoreRow::scorer)))
        .allSatisfy((scorer, rows) -> assertThat(rows).hasSize(80))
        .containsOnlyKeys("sums/1", "sums/2");
  }

  @Test
  void rolloutThatTheVerifierGivesUpOnIsUnscoredAndTheBooksBalance() {
    SweepResult result = run(wish.task(new Sums("sums", "strict")));

    assertThat(scores().stream().filter(row -> row.status().equals("unscored")))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.error()).contains("too large a number"));
    assertThat(result.summary().orElseThrow().books())
        .allSatisfy(
            books -> {
              assertThat(books.unscored()).isPositive();
              assertThat(books.scored() + books.unscored()).isEqualTo(books.requested());
            });
  }

  @Test
  void truncatedRolloutsCountAsWrongAndDoNotVote() {
    SweepResult result = drawn(wish.rollouts(64).shard(1000));
    List<PromptStatisticsRow> prompts = result.summary().orElseThrow().prompts();

    assertThat(prompts.stream().mapToInt(PromptStatisticsRow::truncated).sum()).isPositive();
    assertThat(prompts)
        .allSatisfy(
            row -> {
              assertThat(row.n()).isEqualTo(64);
              assertThat(row.distinctAnswers()).isEqualTo(2);
              assertThat(row.unparsed()).isGreaterThanOrEqualTo(row.truncated());
              assertThat(row.rewardSum()).isEqualTo(row.correct());
            });
  }

  @Test
  void figuresDoNotDependOnHowFilesAreCut() {
    SweepResult coarse = drawn(wish.rollouts(64).shard(1000));
    Path other = folder.resolve("other");
    SweepResult fine =
        new Sweep(LocalSpark.session(), ScriptedModel.Loader.flawless(), "test")
            .run(wish.rollouts(64).shard(7).in(other), progress -> {});

    assertThat(figures(fine)).isEqualTo(figures(coarse));
  }

  @Test
  void summaryWithMissingRolloutsIsRefused() {
    drawn(wish);
    delete(files("rollouts").get(0));

    assertThatThrownBy(() -> run(wish, EnumSet.of(Stage.SUMMARIZE)))
        .isInstanceOf(Unfinished.class)
        .hasMessageStartingWith("Cannot summarize ")
        .hasMessageContaining("the books do not balance: requested 40, scored ")
        .hasMessageEndingWith("; run the same command again");
    assertThat(rows(Table.RUNS).stream().map(row -> row.exitCode())).containsExactly(0, 3);
    assertThat(rows(Table.BOOKS)).as("only the first run's").hasSize(2);
  }

  @Test
  void planSaysWhatIsMissingAndWritesNothing() {
    var plan = sweep(ScriptedModel.Loader.flawless()).plan(wish.in(output()));

    assertThat(plan.wanted()).isEqualTo(80);
    assertThat(plan.missing()).isEqualTo(80);
    assertThat(plan.shards()).hasSize(8).allMatch(shard -> shard.rollouts() <= 12);
    assertThat(output()).doesNotExist();
  }

  @Test
  void absentModelIsRefusedBeforeAnythingIsDrawn() {
    assertThatThrownBy(() -> run(wish.models("a", "absent")))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Cannot open model absent: no such folder");
    assertThat(files("rollouts")).isEmpty();
  }

  @Test
  void modelThatExecutorsCannotLoadIsOneClearError() {
    assertThatThrownBy(() -> run(wish.models("damaged")))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Cannot open model damaged: weights are cut short");
  }

  @Test
  void decoderThatCrashesLeavesWhatWasDrawnBefore() {
    assertThatThrownBy(() -> run(wish.models("a", "crashing")))
        .isInstanceOf(Unfinished.class)
        .hasMessageStartingWith("Cannot draw with model crashing: it answered no request at all; ")
        .hasMessageEndingWith(
            "the model failed on this prompt alone: IllegalStateException: the decoder is out of"
                + " order; look at the model, then run the same command again");
    assertThat(keys()).doesNotHaveDuplicates();
  }

  @Test
  void progressEndsWithEverythingDone() {
    List<Progress> seen = Collections.synchronizedList(new ArrayList<>());
    sweep(ScriptedModel.Loader.flawless()).run(wish.in(output()), seen::add);

    Progress last = seen.get(seen.size() - 1);
    assertThat(last.done()).isEqualTo(80).isEqualTo(last.total());
    assertThat(last.tokens())
        .isEqualTo(rollouts().stream().mapToLong(RolloutRow::completionTokens).sum());
  }

  @Test
  void outputThatCannotBeWrittenIsTheUsersToCorrect() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(
            () ->
                sweep(ScriptedModel.Loader.flawless())
                    .run(wish.in(file.resolve("inside")), progress -> {}))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot write " + file.resolve("inside"))
        .hasMessageEndingWith("; make the folder writable or name another as output");
  }

  @Test
  void leftoversOfDeadRunsAreSweptUp() throws IOException {
    drawn(wish);
    Path leftover = files("rollouts").get(0).resolveSibling(".rollouts-1.parquet.dead");
    Files.writeString(leftover, "half");
    run(wish);

    assertThat(leftover).doesNotExist();
  }

  /** Where drawing is not what the test is about. */
  private SweepResult drawn(Wish asked) {
    return DrawnSweep.copied(asked.in(output()), ScriptedModel.Loader.flawless());
  }

  private SweepResult run(Wish asked) {
    return run(asked, ScriptedModel.Loader.flawless());
  }

  private SweepResult run(Wish asked, ModelLoader loader) {
    return sweep(loader).run(asked.in(output()), progress -> {});
  }

  private SweepResult run(Wish asked, EnumSet<Stage> stages) {
    return sweep(ScriptedModel.Loader.flawless()).run(asked.in(output()), stages, progress -> {});
  }

  private static Sweep sweep(ModelLoader loader) {
    return new Sweep(LocalSpark.session(), loader, "test");
  }

  private Path output() {
    return folder.resolve("output");
  }

  /** Every figure of a result, without the name of its run. */
  private static List<List<Object>> figures(SweepResult result) {
    List<List<Object>> figures = new ArrayList<>();
    for (MetricRow row : result.summary().orElseThrow().metrics()) {
      figures.add(
          Arrays.asList(
              row.model(),
              row.metric(),
              row.k(),
              row.value(),
              row.standardError(),
              row.ciLow(),
              row.ciHigh()));
    }
    for (PromptStatisticsRow row : result.summary().orElseThrow().prompts()) {
      figures.add(
          Arrays.asList(
              row.model(),
              row.promptId(),
              row.n(),
              row.correct(),
              row.answerEntropy(),
              row.modalShare(),
              row.majorityVote(),
              row.completionTokens()));
    }
    return figures;
  }

  private List<RolloutRow> rollouts() {
    return rows(Table.ROLLOUTS);
  }

  private List<ScoreRow> scores() {
    return rows(Table.SCORES);
  }

  private List<RolloutRow> failures() {
    return rollouts().stream().filter(row -> row.status().equals("failed")).toList();
  }

  private List<String> keys() {
    return rollouts().stream()
        .map(row -> row.generation() + row.task() + row.promptId() + row.rolloutIndex())
        .toList();
  }

  private Map<String, String> texts() {
    return textsIn(output());
  }

  private static Map<String, String> textsIn(Path output) {
    return rowsIn(output, Table.ROLLOUTS).stream()
        .collect(
            Collectors.toMap(
                row -> row.generation() + row.promptId() + row.rolloutIndex(),
                RolloutRow::completion,
                (first, second) -> first + " and " + second,
                TreeMap::new));
  }

  private <R extends Record> List<R> rows(Table<R> table) {
    return rowsIn(output(), table);
  }

  private static <R extends Record> List<R> rowsIn(Path output, Table<R> table) {
    return filesIn(output, table.name()).stream()
        .flatMap(file -> read(file, table).stream())
        .toList();
  }

  private static <R extends Record> List<R> read(Path file, Table<R> table) {
    return new TableFile(new org.apache.hadoop.fs.Path(file.toString()), HADOOP).rows(table.rows());
  }

  private List<Path> files(String table) {
    return filesIn(output(), table);
  }

  private static List<Path> filesIn(Path output, String table) {
    Path root = output.resolve(table);
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a file of rollouts and returns how many it held. */
  private static int delete(Path file) {
    int rows = read(file, Table.ROLLOUTS).size();
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
