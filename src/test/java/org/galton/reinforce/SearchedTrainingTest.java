package org.galton.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.reinforce.row.TrainingGroupRow;
import org.galton.reinforce.row.TrainingSolutionRow;
import org.galton.reinforce.row.TrainingStepRow;
import org.galton.reinforce.row.TrainingTables;
import org.galton.spec.InvalidInput;
import org.galton.table.RolloutRow;
import org.galton.table.SearchNodesRow;
import org.galton.table.SearchesRow;
import org.galton.table.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings on trees, whose prompts come again with solutions that are remembered. */
@Tag("whole")
final class SearchedTrainingTest {
  private static final String SPEC =
      """
      training: small
      seed: 5
      output: %s
      start: builtin:abacus@894
      tasks: [{name: countdown, sizes: [3], prompts: 4}]
      sampling: {max_tokens: 48}
      search: {block: 12, children: 3, probe: 2, keep_below: 1}
      steps: 4
      prompts_per_step: 2
      rollouts: 3
      reward: verdict_signed
      advantage: mean_only
      loss: dapo
      aggregate: token
      filters: [zero_variance, degenerate]
      learning_rate: 0.001
      checkpoints: 2
      machine: {threads: 1, slots: 16, batch_tokens: 600}
      """;

  @TempDir private Path folder;
  private SmallTraining training;

  @BeforeEach
  void open() {
    training = new SmallTraining(folder, SPEC);
  }

  @Test
  void treesAreStoredCountedAndTheSameAfterAnInterruption() throws IOException {
    TrainingForecast before =
        TrainingForecast.of(training.spec("undisturbed"), new Configuration());
    assertThat(before.rollouts()).isEqualTo(4 * 2 * (2 + 1));
    assertThat(before.trees()).isEqualTo(4 * 2);
    // Twelve expansions of three blocks of twelve tokens, and two rollouts of the probe.
    assertThat(before.tokensPerRollout() * 3).isEqualTo(12 * 3 * 12 + 2 * 48);

    List<TrainingStepRow> steps = training.run("undisturbed");
    checkAccount(steps);
    checkGroups(steps);
    TrainingForecast longer =
        TrainingForecast.of(training.spec("undisturbed", "steps=6"), new Configuration());
    assertThat(longer.stepsLeft()).isEqualTo(2);
    assertThat(longer.tokensPerRollout() * 3 * 8)
        .isEqualTo(steps.stream().mapToLong(step -> step.rollouts().tokensDrawn()).sum());

    Path state = folder.resolve("killed/training-state.safetensors");
    assertThatThrownBy(() -> training.runUntil(2, "killed"))
        .isInstanceOf(SmallTraining.Killed.class);
    byte[] afterTwo = Files.readAllBytes(state);
    assertThatThrownBy(() -> training.runUntil(3, "killed"))
        .isInstanceOf(SmallTraining.Killed.class);
    // As if the third step had been stored without its state: it is taken again.
    Files.write(state, afterTwo);
    training.run("killed");
    assertSame("killed");
  }

  @Test
  void killedAnywhereTheSameCommandEndsWithTheSameTreesAndWeights() throws Exception {
    training.run("undisturbed");
    killOnce("search_nodes");
    killOnce("training_solutions");
    assertThat(start().waitFor()).isZero();
    assertSame("killed");
  }

  @Test
  void solutionsThatAreGoneAreMissed() throws IOException {
    assertThatThrownBy(() -> training.runUntil(2, "gone")).isInstanceOf(SmallTraining.Killed.class);
    for (Path file : files("gone", TrainingTables.SOLUTIONS.name())) {
      Files.delete(file);
    }
    assertThatThrownBy(() -> training.run("gone"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("solutions, and table training_solutions has 0 up to step 2")
        .hasMessageContaining("bring it back, or choose another output");
  }

  /** Tokens of steps are those of plain rollouts and of all nodes, and no others. */
  private void checkAccount(List<TrainingStepRow> steps) throws IOException {
    List<SearchNodesRow> nodes = training.stored("undisturbed", Table.SEARCH_NODES);
    List<SearchesRow> searches = training.stored("undisturbed", Table.SEARCHES);
    List<RolloutRow> rollouts = training.rollouts("undisturbed");
    List<String> searched = searches.stream().map(SearchesRow::generation).distinct().toList();
    long plain =
        rollouts.stream()
            .filter(row -> !searched.contains(row.generation()))
            .mapToLong(RolloutRow::completionTokens)
            .sum();
    long ofNodes = nodes.stream().mapToLong(node -> node.tokenIds().size()).sum();
    assertThat(ofNodes).isEqualTo(searches.stream().mapToLong(SearchesRow::drawnTokens).sum());
    assertThat(steps.stream().mapToLong(step -> step.rollouts().tokensDrawn()).sum())
        .isEqualTo(plain + ofNodes);
    assertThat(steps.stream().mapToInt(step -> step.search().trees().orElseThrow()).sum())
        .isEqualTo(searches.size());
    assertThat(rollouts.stream().filter(row -> searched.contains(row.generation())))
        .hasSameSizeAs(searches);
    assertThat(training.stored("undisturbed", Table.SCORES)).hasSameSizeAs(rollouts);
  }

  private void checkGroups(List<TrainingStepRow> steps) throws IOException {
    List<TrainingSolutionRow> solutions = training.stored("undisturbed", TrainingTables.SOLUTIONS);
    assertThat(steps.get(3).search().solutionsRemembered()).hasValue(solutions.size());
    assertThat(steps.stream().mapToInt(step -> step.search().cachePrompts().orElseThrow()).sum())
        .as("prompts of the second epoch with solutions of the first")
        .isPositive();
    assertThat(steps.get(0).search().cachePrompts()).hasValue(0);
    // All nodes of the first step are drawn by the policy that learns from them.
    assertThat(steps.get(0).learning().tokensLearned()).isPositive();
    assertThat(steps.get(0).learning().ratioMax().orElseThrow()).isLessThan(1.001);
    List<SearchNodesRow> nodes = training.stored("undisturbed", Table.SEARCH_NODES);
    for (TrainingSolutionRow one : solutions) {
      if (one.node().isPresent()) {
        assertThat(nodes)
            .filteredOn(
                node ->
                    node.generation().equals(one.generation())
                        && node.promptId().equals(one.promptId())
                        && node.rolloutIndex() == one.rolloutIndex()
                        && node.node() == one.node().getAsInt())
            .singleElement()
            .satisfies(
                node -> {
                  assertThat(node.ending()).isEqualTo("correct");
                  int own = node.tokenIds().size();
                  int all = one.tokenIds().size();
                  assertThat(one.tokenIds().subList(all - own, all)).isEqualTo(node.tokenIds());
                });
      }
    }
    for (TrainingStepRow step : steps) {
      long tokens = 0;
      for (TrainingGroupRow group :
          training.rows("undisturbed", TrainingTables.GROUPS, step.step())) {
        tokens += group.search().groupTokensDrawn().orElseThrow();
        String source = group.search().source().orElseThrow();
        assertThat(group.rollouts())
            .isEqualTo(
                switch (source) {
                  case "tree" -> 1;
                  case "cache" -> 3 - group.search().remembered().orElseThrow();
                  default -> 2;
                });
        assertThat(group.scored()).isEqualTo(source.equals("probe") ? 2 : 3);
        assertThat(group.outcome().equals("too_easy")).isEqualTo(source.equals("probe"));
      }
      assertThat(tokens).isEqualTo(step.rollouts().tokensDrawn());
    }
  }

  private void assertSame(String output) throws IOException {
    assertThat(training.weights(output, 4)).isEqualTo(training.weights("undisturbed", 4));
    assertThat(rows(output)).isEqualTo(rows("undisturbed"));
  }

  /** Whatever must be there once; names of models hold the folder, and seconds differ. */
  private List<String> rows(String output) throws IOException {
    List<String> rows = new ArrayList<>();
    training
        .stored(output, Table.SEARCHES)
        .forEach(row -> rows.add(row.toString().replaceAll("verifierSeconds=[^,]*", "")));
    training.stored(output, Table.SEARCH_NODES).forEach(row -> rows.add(row.toString()));
    training.stored(output, TrainingTables.SOLUTIONS).forEach(row -> rows.add(row.toString()));
    training.stored(output, TrainingTables.GROUPS).forEach(row -> rows.add(row.toString()));
    training
        .rollouts(output)
        .forEach(
            row ->
                rows.add(
                    row.generation() + row.promptId() + row.rolloutIndex() + row.completion()));
    return rows.stream()
        .map(row -> row.replace(folder.resolve(output).toString(), "folder"))
        .sorted()
        .toList();
  }

  /** Kills a process as soon as there is one more of a table's files than before. */
  private void killOnce(String table) throws Exception {
    int before = files("killed", table).size();
    Process run = start();
    while (files("killed", table).size() <= before && run.isAlive()) {
      Thread.sleep(2);
    }
    assertThat(run.isAlive())
        .as("still running when it is to be killed: %s", Files.readString(log()))
        .isTrue();
    run.destroyForcibly().waitFor();
    assertThat(folder.resolve("killed/step-000004")).doesNotExist();
  }

  private List<Path> files(String output, String table) {
    try (Stream<Path> found = Files.walk(folder.resolve(output).resolve(table))) {
      return found
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .filter(Files::isRegularFile)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private Process start() throws IOException {
    return process().start("killed", training.spec("killed"));
  }

  private Path log() {
    return process().log("killed");
  }

  private TrainingProcess process() {
    return new TrainingProcess(folder, List.of(), Map.of());
  }
}
