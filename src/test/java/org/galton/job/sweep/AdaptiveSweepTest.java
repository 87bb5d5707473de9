package org.galton.job.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.galton.console.LocalSpark;
import org.galton.job.DuckDbTables;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.adapter.RandomAdapter;
import org.galton.model.source.Checkpoints;
import org.galton.spec.SpecSource;
import org.galton.sweep.SweepSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rollouts of the adaptive sampler in a sweep, with real decoders and an adapter. */
final class AdaptiveSweepTest {
  private static final String BASE = "builtin:abacus@1547";
  private static final String SPEC =
      """
      sweep: adaptive
      seed: 3
      output: %s
      models: %s
      tasks: %s
      sampling:
        - {temperature: 1, max_tokens: 40, sampler: %s}
      rollouts: %d
      shard_rollouts: %d
      """;
  private static final String COUNTDOWN = "[{name: countdown, prompts: 5}]";
  private static final String SAMPLER =
      "{kind: adaptive, pilot: 4, spread: 0.8, converge: {candidates: 3, votes: 2}}";

  /** Own costs and rollouts of each key; what carries a pilot is left out. */
  private static final String ROLLOUTS =
      """
      SELECT prompt_id, rollout_index, completion, r.status, end_kind, choice, spread, votes,
        undecided, drawn_tokens - pilot_tokens
      FROM rollouts r JOIN searches q USING (model, task, generation, prompt_id, rollout_index)
      ORDER BY ALL
      """;

  @TempDir private Path folder;

  @Test
  void rolloutsDoNotDependOnShardsAndPilotsAreCountedOnceAShardAndPrompt() throws Exception {
    String model = "[{base: \"%s\", adapter: \"%s\"}]".formatted(BASE, adapter());
    sweep("many", model, COUNTDOWN, SAMPLER, 2, 64);
    sweep("one", model, COUNTDOWN, SAMPLER, 2, 1);

    List<List<String>> rollouts = rows("many", ROLLOUTS);
    assertThat(rollouts).hasSize(10);
    assertThat(rows("one", ROLLOUTS)).isEqualTo(rollouts);
    assertThat(rows("many", "SELECT DISTINCT choice FROM searches ORDER BY 1"))
        .containsExactly(List.of("converge"), List.of("explore"));
    String pilots =
        "SELECT prompt_id, max(pilot_tokens), count_if(pilot_tokens > 0), min(pilot), min(spread)"
            + " = max(spread) FROM searches GROUP BY 1 ORDER BY 1";
    for (List<String> prompt : rows("many", pilots)) {
      assertThat(prompt.subList(2, 5)).containsExactly("1", "4", "true");
    }
    for (List<String> prompt : rows("one", pilots)) {
      assertThat(prompt.subList(2, 5)).containsExactly("2", "4", "true");
    }
    String tokens = "SELECT prompt_id, %s(pilot_tokens) FROM searches GROUP BY 1 ORDER BY 1";
    assertThat(rows("one", tokens.formatted("min")))
        .isEqualTo(rows("many", tokens.formatted("max")));
    assertThat(
            rows(
                "many",
                "SELECT bool_and(s.correct = (q.end_kind = 'found')), bool_and((r.status ="
                    + " 'truncated') = (q.end_kind = 'given_up')), bool_and(votes IS NULL ="
                    + " (choice = 'explore')), bool_and(q.end_kind = 'given_up' OR votes >= 2 OR"
                    + " choice = 'explore') FROM searches q JOIN rollouts r USING (task,"
                    + " generation, prompt_id, rollout_index) JOIN scores s USING (task,"
                    + " generation, prompt_id, rollout_index)"))
        .containsExactly(List.of("true", "true", "true", "true"));

    // A file is lost, and drawn again.
    Path lost = file("one");
    Files.delete(lost);
    assertThat(sweep("one", model, COUNTDOWN, SAMPLER, 2, 1).drawn().rollouts()).isEqualTo(1);
    assertThat(rows("one", ROLLOUTS)).isEqualTo(rollouts);
  }

  /** The adapter takes no part in what is explored, but for the name of the generation. */
  @Test
  void exploringIsTheBaseAtItsTemperature() throws Exception {
    RandomAdapter.of(Checkpoint.open(BASE).config(), module -> 2, 1)
        .write(folder.resolve("wild"), config(2000));
    String model = "[{base: \"%s\", adapter: \"%s\"}]".formatted(BASE, folder.resolve("wild"));
    String both =
        "{kind: adaptive, mode: explore}}\n  - {temperature: 1, max_tokens: 40, sampler: {kind:"
            + " adaptive, mode: converge}";
    sweep("wild", model, COUNTDOWN, both, 4, 64);

    // So large an adapter leaves nothing of what the base knows.
    assertThat(
            rows(
                "wild",
                "SELECT choice, count_if(correct) > 0, count_if(answer IS NOT NULL) > 9 FROM"
                    + " scores JOIN searches USING (task, generation, prompt_id, rollout_index)"
                    + " GROUP BY 1 ORDER BY 1"))
        .containsExactly(List.of("converge", "false", "false"), List.of("explore", "true", "true"));
  }

  @Test
  void eachStepOfAWalkIsChosenByThePilotOfItsState() throws Exception {
    String walks =
        "[{name: walk, kind: letter-sum, style: marks, sampler: chain, steps: 5, starts: [volleyed,"
            + " trudging]}]";
    String sampler =
        "{kind: adaptive, pilot: 4, spread: 0.7, converge: {temperature: 0.7, candidates: 4, votes:"
            + " 4}}";
    sweep("many", "[builtin:rambler]", walks, sampler, 3, 64);
    sweep("one", "[builtin:rambler]", walks, sampler, 3, 1);

    List<List<String>> rollouts = rows("many", ROLLOUTS);
    assertThat(rollouts).hasSize(6);
    assertThat(rows("one", ROLLOUTS)).isEqualTo(rollouts);
    assertThat(
            rows(
                "many",
                "SELECT min(steps), max(steps), sum(explored) BETWEEN 1 AND 29, sum(undecided) > 0,"
                    + " bool_and(votes IS NULL), count(DISTINCT sampler) FROM searches"))
        .containsExactly(List.of("5", "5", "true", "true", "true", "1"));
    // A state that several walks of a shard ask at has one pilot.
    assertThat(pilotTokens("many")).isPositive().isLessThan(pilotTokens("one"));
    // An undecided step is an escape: no state is named, and the walk stays.
    assertThat(
            rows(
                "many",
                "SELECT sum(len(completion) - len(replace(completion, '[\"\"]', '[]'))) / 2"
                    + " >= (SELECT sum(undecided) FROM searches) FROM rollouts"))
        .containsExactly(List.of("true"));
  }

  private long pilotTokens(String output) {
    return Long.parseLong(rows(output, "SELECT sum(pilot_tokens) FROM searches").get(0).get(0));
  }

  private Path adapter() throws IOException {
    RandomAdapter.of(Checkpoint.open(BASE).config(), module -> 2, 1)
        .write(folder.resolve("adapter"), config(1));
    return folder.resolve("adapter");
  }

  private static String config(int alpha) {
    return """
        {"peft_type": "LORA", "r": 2, "lora_alpha": %d, "target_modules": "all-linear"}
        """
        .formatted(alpha);
  }

  private SweepResult sweep(
      String output, String models, String tasks, String sampler, int rollouts, int shard) {
    SweepSpec spec =
        SweepSpec.read(
            new SpecSource(
                "adaptive.yaml",
                SPEC.formatted(folder.resolve(output), models, tasks, sampler, rollouts, shard),
                List.of()),
            path -> {
              throw new FileNotFoundException(path);
            });
    return new Sweep(LocalSpark.session(), new Checkpoints(), "test").run(spec, progress -> {});
  }

  private List<List<String>> rows(String output, String query) {
    try (DuckDbTables tables = new DuckDbTables(folder.resolve(output))) {
      return tables.rows(query);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private Path file(String output) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(output).resolve("rollouts"))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList().get(0);
    }
  }
}
