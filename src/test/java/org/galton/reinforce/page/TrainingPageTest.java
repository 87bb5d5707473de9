package org.galton.reinforce.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;
import org.galton.reinforce.Reinforcement;
import org.galton.reinforce.TrainingNews;
import org.galton.reinforce.row.TrainingEvaluationRow;
import org.galton.reinforce.row.TrainingGroupRow;
import org.galton.reinforce.row.TrainingStepRow;
import org.galton.reinforce.spec.ReinforceSpec;
import org.galton.report.Figures;
import org.galton.report.ReportWriter;
import org.galton.report.StudyPage;
import org.galton.spec.SpecSource;
import org.galton.table.store.OutputFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a real training of three steps. */
final class TrainingPageTest {
  private static final String SPEC =
      """
      training: small
      seed: 5
      output: %s
      start: builtin:abacus@517
      tasks: [{name: arithmetic, levels: [1], operations: [add], prompts: 7}]
      sampling: {max_tokens: 20}
      steps: 3
      prompts_per_step: 5
      rollouts: 6
      learning_rate: 0.001
      reward: verdict_signed
      evaluate: {every: 2, prompts: 4, rollouts: 4}
      machine: {threads: 1, slots: 8, batch_tokens: 600}
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;

  private static ReinforceSpec spec;
  private static RecordedTraining training;
  private static List<TrainingGroupRow> groups;
  private static StudyPage page;

  @BeforeAll
  static void train() {
    spec =
        ReinforceSpec.read(
            new SpecSource("x.yaml", SPEC.formatted(folder.resolve("whole")), List.of()),
            path -> {
              throw new IOException("no file is named");
            });
    new Reinforcement(
            spec,
            new Configuration(),
            new Reinforcement.BuildVersions("test", "none"),
            new Silence())
        .run();
    training = read("whole");
    groups = new ArrayList<>();
    training.forEachGroup(groups::add);
    page = TrainingPage.of(training, List.of());
  }

  private static final class Silence implements TrainingNews {
    @Override
    public void resumed(int step) {}

    @Override
    public void stepped(TrainingStepRow row, int steps, double secondsLeft) {}

    @Override
    public void evaluated(TrainingEvaluationRow row) {}
  }

  private static RecordedTraining read(String output) {
    return RecordedTraining.read(
        new OutputFolder(folder.resolve(output).toString(), new Configuration()), "small");
  }

  private static String html(StudyPage page) throws IOException {
    StringWriter out = new StringWriter();
    new ReportWriter().write(page, out);
    return out.toString();
  }

  private static JsonNode drawn(String section, int picture) {
    return JSON.valueToTree(page.charts()).get(section).get(picture);
  }

  private static void assertLine(JsonNode line, Function<TrainingStepRow, OptionalDouble> figure) {
    List<Double> expected =
        training.steps().stream().map(figure).flatMap(x -> x.stream().boxed()).toList();
    assertThat(line.get("points"))
        .extracting(point -> point.get("value").asDouble())
        .containsExactlyElementsOf(expected);
  }

  @Test
  void linesAreTheFiguresOfTheSteps() {
    assertThat(training.steps()).hasSize(3);
    JsonNode reward = drawn("learning", 0).get("lines");
    assertLine(reward.get(0), row -> row.rollouts().verdictRate());
    assertLine(reward.get(1), row -> row.rollouts().rewardMean());
    assertLine(drawn("learning", 1).get("lines").get(0), row -> row.rollouts().entropyMean());
    assertLine(drawn("learning", 2).get("lines").get(0), row -> row.rollouts().truncatedShare());
    assertLine(
        drawn("learning", 3).get("lines").get(0), row -> row.rollouts().completionTokensMean());
    assertLine(drawn("learning", 4).get("lines").get(0), row -> row.learning().gradientNorm());
    assertLine(drawn("learning", 5).get("lines").get(0), row -> row.learning().clippedLow());
    assertLine(drawn("learning", 5).get("lines").get(1), row -> row.learning().clippedHigh());
    assertLine(drawn("learning", 6).get("lines").get(0), row -> row.learning().logRatioMean());
    assertThat(drawn("learning", 2).get("guides"))
        .extracting(guide -> guide.get("value").asDouble())
        .containsExactly(0.05, 0.1);
  }

  @Test
  void promptsAreThoseOfTheGroupsByOutcomeAndBySuccessRate() {
    JsonNode outcomes = drawn("prompts", 0).get("parts");
    assertThat(outcomes.get(0).get("name").asText()).isEqualTo("kept");
    for (TrainingStepRow step : training.steps()) {
      int place = step.step() - 1;
      assertThat(outcomes.get(0).get("values").get(place).asInt())
          .isEqualTo(step.groups().groupsKept());
      double all =
          StreamSupport.stream(outcomes.spliterator(), false)
              .mapToDouble(part -> part.get("values").get(place).asDouble())
              .sum();
      assertThat(all).isEqualTo(step.groups().prompts());
      assertSolved(step.step(), drawn("prompts", 1).get("parts"));
    }
    JsonNode seen = drawn("prompts", 2).get("parts");
    long distinct = groups.stream().map(TrainingGroupRow::promptId).distinct().count();
    long never =
        groups.stream()
            .map(TrainingGroupRow::promptId)
            .distinct()
            .filter(id -> correct(id) == 0)
            .count();
    assertThat(seen.get(0).get("values").get(2).asDouble()).isEqualTo((double) never / distinct);
    assertThat(distinct).as("prompts came again").isLessThan(groups.size());
  }

  private static int correct(String promptId) {
    return groups.stream()
        .filter(group -> group.promptId().equals(promptId))
        .mapToInt(TrainingGroupRow::correct)
        .sum();
  }

  private static void assertSolved(int step, JsonNode parts) {
    List<TrainingGroupRow> own = groups.stream().filter(group -> group.step() == step).toList();
    for (SolvedShare share : SolvedShare.values()) {
      long count =
          own.stream()
              .filter(group -> SolvedShare.of(group.correct(), group.scored()) == share)
              .count();
      assertThat(parts.get(share.ordinal()).get("values").get(step - 1).asDouble())
          .as(share + " at step " + step)
          .isEqualTo((double) count / own.size());
    }
  }

  @Test
  void measurementsHaveTheirIntervalsAndTheirPairedChange() {
    JsonNode rate = drawn("measured", 0).get("lines").get(0).get("points");
    JsonNode change = drawn("measured", 1).get("lines").get(0).get("points");
    assertThat(rate).hasSameSizeAs(training.evaluations());
    for (int i = 0; i < rate.size(); i++) {
      TrainingEvaluationRow row = training.evaluations().get(i);
      assertThat(rate.get(i).get("step").asInt()).isEqualTo(row.step());
      assertThat(rate.get(i).get("value").asDouble())
          .isEqualTo(row.passRate().value().orElseThrow());
      assertThat(OptionalDouble.of(rate.get(i).get("low").asDouble()))
          .isEqualTo(row.passRate().low());
      assertThat(OptionalDouble.of(change.get(i).get("high").asDouble()))
          .isEqualTo(row.passRateChange().high());
    }
    TrainingEvaluationRow last = training.evaluations().get(2);
    assertThat(page.finding())
        .startsWith(
            "After 3 steps pass@1 on 4 validation prompts of arithmetic is "
                + Figures.percent(last.passRate().value().orElseThrow()))
        .contains(Figures.points(last.passRateChange().value().orElseThrow()) + " points since");
    assertThat(page.warnings()).anyMatch(line -> line.startsWith("Few prompts (4)"));
  }

  @Test
  void costsAddUpAndTablesStandBehindTheCharts() throws IOException {
    String html = html(page);
    double learned =
        training.steps().stream().mapToDouble(row -> row.costs().secondsLearned()).sum();
    double flops =
        training.steps().stream()
            .mapToDouble(row -> row.costs().flopsDrawn() + row.costs().flopsLearned())
            .sum();
    assertThat(html)
        .contains("<td class=\"n\">" + Figures.decimal(learned) + "</td>")
        .contains("<td class=\"n\">" + Figures.scientific(flops) + "</td>");
    for (TrainingStepRow row : training.steps()) {
      assertThat(html)
          .contains(
              "<td class=\"n\">"
                  + Figures.format("%.4f", row.rollouts().entropyMean().orElseThrow())
                  + "</td>");
    }
  }

  /** Enough to repeat it: the spec reads back to the one that it was made with. */
  @Test
  void settingsAreThoseThatTheRunStored() {
    ReinforceSpec shown =
        ReinforceSpec.read(
            new SpecSource("page", page.spec(), List.of()),
            path -> {
              throw new IOException("no file is named");
            });
    assertThat(shown).isEqualTo(spec);
    assertThat(page.facts())
        .extracting(fact -> fact.name() + ": " + fact.value())
        .contains(
            "Start: builtin:abacus@517",
            "Weights of the start: " + training.steps().get(0).policyDigest(),
            "A step: 5 prompts × 6 rollouts",
            "Objective: reward verdict_signed, advantage batch, loss cispo, aggregate prompt",
            "Steps: 3 of 3",
            "Runs: 1, the last complete");
  }

  /** As of a training that goes on, or was killed. */
  @Test
  void trainingOfWhichNoRunEndedHasAPageThatSaysSo() throws IOException {
    Path killed = folder.resolve("killed");
    FileUtils.copyDirectory(folder.resolve("whole").toFile(), killed.toFile());
    FileUtils.deleteDirectory(killed.resolve("runs").toFile());
    Files.delete(killed.resolve("training_steps/training=small/step-000003.parquet"));

    StudyPage partial = TrainingPage.of(read("killed"), List.of());
    assertThat(partial.warnings().get(0)).startsWith("No run of this training has ended yet");
    assertThat(partial.spec()).isEqualTo("Not stored yet.");
    assertThat(html(partial)).contains("<dt>Steps</dt><dd>2</dd>");
    RecordedTraining given =
        RecordedTraining.read(
            new OutputFolder(killed.toString(), new Configuration()), "small", spec.toYaml());
    assertThat(TrainingPage.of(given, List.of()).spec()).isEqualTo(page.spec());
  }

  @Test
  void trainingWithoutAStepHasAPage(@TempDir Path empty) throws IOException {
    RecordedTraining none =
        RecordedTraining.read(new OutputFolder(empty.toString(), new Configuration()), "small");
    StudyPage nothing = TrainingPage.of(none, List.of());
    assertThat(nothing.finding()).isEqualTo("No step with a verdict is stored.");
    assertThat(html(nothing)).contains("No step is stored yet.").contains("Nothing was measured");
  }

  /** Ten thousand steps make a page no longer than some hundreds. */
  @Test
  void pageOfManyStepsIsBounded() {
    StepSpans spans = StepSpans.of(SampleTraining.steps(10_000));
    PictureSection section = LearningPictures.section(SampleTraining.steps(10_000), spans);
    assertThat(section.note()).startsWith("A point is the mean of 50 steps on end");
    assertThat(section.pictures())
        .allSatisfy(
            picture -> {
              assertThat(picture.table().rows()).hasSize(200);
              assertThat(((StepPicture.Lines) picture.data()).lines())
                  .allSatisfy(line -> assertThat(line.points()).hasSize(200));
            });
  }
}
