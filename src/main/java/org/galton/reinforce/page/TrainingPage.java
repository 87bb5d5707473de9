package org.galton.reinforce.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.galton.reinforce.row.TrainingStepRow;
import org.galton.report.Fact;
import org.galton.report.Figures;
import org.galton.report.RunFacts;
import org.galton.report.StudyPage;
import org.galton.report.StudySection;
import org.galton.report.VisibleText;
import org.galton.table.RunRow;

/**
 * The page of a training: what it gained, what to worry about, its figures by step, what they cost,
 * and the settings to repeat it with. A training that goes on, or was killed, has a page as well.
 */
public final class TrainingPage {
  private static final int LONGEST_SPEC = 20_000;
  private static final int LONGEST = 120;

  private TrainingPage() {}

  /**
   * @param studies what studies say about its measurements
   */
  public static StudyPage of(RecordedTraining training, List<StudySection> studies) {
    Optional<String> spec = training.spec();
    return new StudyPage(
        "training",
        VisibleText.line(training.name(), LONGEST),
        training.runs().isEmpty() ? "not ended yet" : RunFacts.started(training.runs().get(0)),
        finding(training),
        warnings(training),
        sections(training, studies),
        facts(training, TrainingSettings.of(spec.orElse(""))),
        spec.map(yaml -> VisibleText.of(yaml, LONGEST_SPEC)).orElse("Not stored yet."));
  }

  private static Optional<RunRow> last(RecordedTraining training) {
    List<RunRow> runs = training.runs();
    return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
  }

  private static List<StudySection> sections(
      RecordedTraining training, List<StudySection> studies) {
    StepSpans spans = StepSpans.of(training.steps());
    List<StudySection> sections = new ArrayList<>();
    sections.add(EvaluationPictures.section(training.evaluations()));
    sections.addAll(studies);
    sections.add(LearningPictures.section(training.steps(), spans));
    if (!training.steps().isEmpty()) {
      sections.add(PromptPictures.section(PromptHistory.of(training, spans), spans));
      sections.add(CostPictures.section(training.steps(), training.evaluations(), spans));
    }
    return sections;
  }

  private static String finding(RecordedTraining training) {
    return EvaluationPictures.finding(training.evaluations())
        .orElseGet(() -> ofSteps(training.steps()));
  }

  /** Of a training that was not measured: on the prompts that it trains on, which says less. */
  private static String ofSteps(List<TrainingStepRow> steps) {
    int part = Math.max(1, steps.size() / 10);
    OptionalDouble first = right(steps.subList(0, Math.min(part, steps.size())));
    OptionalDouble last = right(steps.subList(Math.max(0, steps.size() - part), steps.size()));
    return first.isEmpty() || last.isEmpty()
        ? "No step with a verdict is stored."
        : "Of the rollouts of training prompts, %s were right in the first %s and %s in the last, of %s steps; other prompts were not measured."
            .formatted(
                Figures.percent(first.getAsDouble()),
                part == 1 ? "step" : part + " steps",
                Figures.percent(last.getAsDouble()),
                Figures.count(steps.size()));
  }

  private static OptionalDouble right(List<TrainingStepRow> steps) {
    return steps.stream()
        .map(row -> row.rollouts().verdictRate())
        .flatMapToDouble(OptionalDouble::stream)
        .average();
  }

  private static List<String> warnings(RecordedTraining training) {
    List<String> warnings = new ArrayList<>();
    if (training.runs().isEmpty()) {
      warnings.add(
          "No run of this training has ended yet: it goes on, or was killed. Shown is what is stored so far; a run stores its settings when it ends"
              + (training.spec().isPresent() ? ", those here are of the spec given." : "."));
    }
    last(training)
        .filter(run -> run.exitCode() != 0)
        .ifPresent(
            run ->
                warnings.add(
                    "The last run "
                        + RunFacts.result(run.exitCode())
                        + "; the same command goes on."));
    warnings.addAll(TrainingAlarms.of(training.steps()).sentences());
    EvaluationPictures.fewPrompts(training.evaluations()).ifPresent(warnings::add);
    return warnings;
  }

  private static List<Fact> facts(RecordedTraining training, TrainingSettings settings) {
    List<TrainingStepRow> steps = training.steps();
    Stream<Fact> first =
        steps.stream().limit(1).map(row -> new Fact("Weights of the start", row.policyDigest()));
    int done = steps.isEmpty() ? 0 : steps.get(steps.size() - 1).step();
    List<Fact> facts = new ArrayList<>(settings.facts());
    first.forEach(facts::add);
    facts.add(
        new Fact(
            "Steps",
            Figures.count(done)
                + settings.steps().map(all -> " of " + Figures.count(all)).orElse("")));
    facts.add(
        new Fact(
            "Took",
            Figures.duration(CostPictures.duration(steps, training.evaluations()))
                + " in steps and measurements"));
    facts.add(
        new Fact(
            "Runs",
            training.runs().isEmpty()
                ? "none has ended"
                : "%d, the last %s"
                    .formatted(
                        training.runs().size(),
                        RunFacts.result(last(training).orElseThrow().exitCode()))));
    last(training).ifPresent(run -> facts.add(new Fact("Versions", RunFacts.versions(run))));
    return facts;
  }
}
