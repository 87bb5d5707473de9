package org.galton.job.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.LocalSpark;
import org.galton.model.endpoint.MisbehavingServer;
import org.galton.model.llama.value.ValueFolder;
import org.galton.model.llama.value.ValueHead;
import org.galton.model.source.Checkpoints;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.galton.sweep.SweepSpec;
import org.galton.table.SearchesRow;
import org.galton.table.Table;
import org.galton.table.store.GenerationFolder;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Unfinished;
import org.galton.train.value.TrainingWish;
import org.galton.train.value.ValueMeasures;
import org.galton.train.value.ValueTraining;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From stored rollouts to a value head, and from there to searches, with a real decoder. */
final class ValuedSweepTest {
  private static final Configuration HADOOP = new Configuration();
  private static final String MODEL = "builtin:abacus@1547";

  @TempDir private Path folder;

  @Tag("whole")
  @Test
  void aHeadIsTrainedOnARunAndSearchesGoByIt() throws Exception {
    String plain = "{temperature: 1, max_tokens: 48}";
    sweep("plain", MODEL, plain, "prompts: 48, split: train", 16);
    assertThatThrownBy(() -> train("arithmetic-head", "tasks: [arithmetic]"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("none is of the tasks and generations that 'value' names");
    assertThatThrownBy(() -> train("other-head", "base: builtin:abacus@100"))
        .hasMessageContaining("it has no rollouts of model builtin:abacus@100");
    ValueTraining.Trained trained = train("head", "base: " + MODEL);
    assertThat(train("again", "base: " + MODEL).digest()).isEqualTo(trained.digest());
    ValueMeasures.Measure first = trained.measured().byDepth().get(0);
    assertThat(first.quality().ranking().orElseThrow()).isGreaterThan(0.5);
    assertThat(trained.measured().byDepth())
        .extracting(ValueMeasures.Measure::depth)
        .startsWith(1, 2, 3);
    ValueHead head = new ValueFolder(folder.resolve("head").toString()).head();
    assertThat(head.form().tasks()).containsExactly("countdown");

    String walk = searching("head");
    sweep("many", MODEL, walk, "prompts: 3", 2);
    Map<String, SearchesRow> many = searches("many");
    sweep("one", MODEL, walk + "\nshard_rollouts: 1", "prompts: 3", 2);
    assertThat(many).hasSize(6);
    searches("one")
        .forEach(
            (key, row) -> {
              assertThat(row.endKind()).isEqualTo(many.get(key).endKind());
              assertThat(row.steps()).isEqualTo(many.get(key).steps());
              assertThat(row.drawnTokens()).isEqualTo(many.get(key).drawnTokens());
              assertThat(row.verifierCalls()).isEqualTo(many.get(key).verifierCalls());
            });
    assertThat(many.values())
        .allMatch(row -> row.sampler().contains(trained.digest().substring(0, 12)))
        .allMatch(row -> row.verifierCalls() > 0)
        .anyMatch(row -> row.verifierTokens() > 0 && row.verifierSeconds() > 0);

    assertThatThrownBy(() -> sweep("other", "builtin:abacus@100", walk, "prompts: 1", 1))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("it was trained on builtin:abacus@1547, whose digest is")
        .hasMessageContaining("train one on that model");
    assertThatThrownBy(() -> spec("bad", MODEL, searching("nowhere"), "prompts: 1", 1))
        .hasMessageContaining("nowhere/config.json: no such file; expected the output folder");
    damage("head", "\"width\" : 128", "\"width\" : 64");
    assertThatThrownBy(() -> spec("bad", MODEL, walk, "prompts: 1", 1))
        .hasMessageContaining(
            "tensor weight has shape [1, 128], expected [1, 64] as config.json says");
    damage("again", "[ \"countdown\" ]", "[ \"arithmetic\" ]");
    assertThatThrownBy(() -> spec("bad", MODEL, searching("again"), "prompts: 1", 1))
        .hasMessageContaining(
            "says nothing of task 'countdown': it was trained on rollouts of arithmetic");

    // Whose verdicts are gone.
    try (var files = Files.walk(folder.resolve("plain/scores"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    assertThatThrownBy(() -> train("unjudged", "base: " + MODEL))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("has both tokens and a verdict");
  }

  @Test
  void aModelBehindAServerJudgesPartialCompletions() throws Exception {
    MisbehavingServer server =
        new MisbehavingServer(
            MisbehavingServer.Script.FLAWLESS,
            (prompt, seed, serial) ->
                prompt.contains("2 + 2 is") || prompt.hashCode() % 5 != 0
                    ? "VALUE: 0.8"
                    : "who knows");
    String judged =
        "{temperature: 1, max_tokens: 48, sampler: {kind: block_rejection, block: 12, candidates: 3,"
            + " value: {judge: {model: \"%s\", otherwise: 0.5}}}}"
                .formatted(server.source("attempts=1"));
    try (server) {
      sweep("judged", MODEL, judged, "prompts: 2", 3);
      Map<String, SearchesRow> rows = searches("judged");
      assertThat(rows).hasSize(6);
      long faults = rows.values().stream().mapToLong(SearchesRow::verifierFaults).sum();
      assertThat(faults).isPositive().isLessThan(server.requests());
      assertThat(rows.values().stream().mapToLong(SearchesRow::verifierTokens).sum()).isPositive();
      assertThat(rows.values()).allMatch(row -> row.sampler().contains("value=judge/1("));
    }
    assertThatThrownBy(() -> sweep("down", MODEL, judged, "prompts: 1", 1))
        .isInstanceOf(Unfinished.class)
        .hasMessageContaining("the judge of partial completions");
    assertThat(folder.resolve("down/rollouts")).doesNotExist();
  }

  private String searching(String head) {
    return "{temperature: 1, max_tokens: 48, sampler: {kind: vgb, block: 12, output: first_leaf,"
        + " step_constant: 0.5, max_restarts: 1, value: {learned: %s}}}"
            .formatted(folder.resolve(head));
  }

  private void damage(String head, String text, String other) throws IOException {
    Path config = folder.resolve(head).resolve("config.json");
    String before = Files.readString(config);
    assertThat(before).contains(text);
    Files.write(config, before.replace(text, other).getBytes(StandardCharsets.UTF_8));
  }

  private ValueTraining.Trained train(String output, String key) throws IOException {
    String text =
        "output: %s\nvalue: {rollouts: %s, block: 12, held_out: 0.4, %s%s}"
            .formatted(
                folder.resolve(output),
                folder.resolve("plain"),
                key,
                key.startsWith("base") ? "" : ", base: " + MODEL);
    TrainingWish wish = TrainingWish.read(new SpecSource("x.yaml", text, List.of()));
    return new ValueTraining(((TrainingWish.OfValue) wish).spec()).train();
  }

  private SweepResult sweep(
      String output, String model, String sampling, String prompts, int rollouts) {
    return new Sweep(LocalSpark.session(), new Checkpoints(), "test")
        .run(spec(output, model, sampling, prompts, rollouts), progress -> {});
  }

  private SweepSpec spec(
      String output, String model, String sampling, String prompts, int rollouts) {
    String text =
        """
        sweep: valued
        seed: 3
        output: %s
        models: ["%s"]
        tasks: [{name: countdown, %s}]
        rollouts: %d
        decoding: {slots: 16}
        keep: [tokens]
        sampling: %s
        """
            .formatted(folder.resolve(output), model, prompts, rollouts, sampling);
    return SweepSpec.read(new SpecSource("x.yaml", text, List.of()), path -> Reader.nullReader());
  }

  private Map<String, SearchesRow> searches(String run) {
    OutputFolder output = new OutputFolder(folder.resolve(run).toString(), HADOOP);
    Map<String, SearchesRow> rows = new TreeMap<>();
    for (GenerationFolder generation : output.generations()) {
      for (var file : output.list(generation.searches())) {
        output
            .file(file)
            .forEach(
                Table.SEARCHES.rows(),
                row -> rows.put(row.promptId() + " " + row.rolloutIndex(), row));
      }
    }
    return rows;
  }
}
