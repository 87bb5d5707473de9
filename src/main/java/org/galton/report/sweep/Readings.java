package org.galton.report.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.galton.report.Fact;
import org.galton.report.Figures;
import org.galton.report.VisibleText;

/**
 * Completions to read: a task's models, each with its correct, wrong and truncated examples. Those
 * of prompts whose words are not to be shown are left out, since they repeat them.
 */
record Readings(String title, List<OfModel> models) {
  private static final int LONGEST_PROMPT = 1_000;
  private static final int LONGEST_COMPLETION = 1_500;
  private static final int LONGEST_ANSWER = 120;

  record OfModel(String model, List<Group> groups) {}

  record Group(String title, List<Card> cards) {}

  record Card(String prompt, String completion, List<Fact> facts) {}

  static List<Readings> of(SweepReport report, List<Panel> panels, List<ModelEntry> models) {
    PromptTexts texts = new PromptTexts(report.prompts());
    Map<List<String>, String> samplings = samplings(report);
    List<Readings> readings = new ArrayList<>();
    for (Panel panel : panels) {
      List<JudgedRollout> own =
          report.examples().stream()
              .filter(e -> belongs(e, panel, samplings))
              .filter(e -> !texts.isHidden(e.rollout().task(), e.rollout().promptId()))
              .toList();
      List<OfModel> ofModels = new ArrayList<>();
      for (ModelEntry model : models) {
        List<Group> groups =
            groups(
                own.stream().filter(e -> e.rollout().model().equals(model.name())).toList(), texts);
        if (!groups.isEmpty()) {
          ofModels.add(new OfModel(model.shownName(), groups));
        }
      }
      if (!ofModels.isEmpty()) {
        readings.add(new Readings(panel.title(), ofModels));
      }
    }
    return readings;
  }

  private static Map<List<String>, String> samplings(SweepReport report) {
    Map<List<String>, String> samplings = new HashMap<>();
    report
        .books()
        .forEach(r -> samplings.put(List.of(r.model(), r.task(), r.generation()), r.sampling()));
    report
        .metrics()
        .forEach(r -> samplings.put(List.of(r.model(), r.task(), r.generation()), r.sampling()));
    return samplings;
  }

  private static boolean belongs(
      JudgedRollout example, Panel panel, Map<List<String>, String> samplings) {
    var rollout = example.rollout();
    return rollout.task().equals(panel.task())
        && panel
            .sampling()
            .equals(samplings.get(List.of(rollout.model(), rollout.task(), rollout.generation())));
  }

  private static List<Group> groups(List<JudgedRollout> examples, PromptTexts texts) {
    return Arrays.stream(ReadingOutcome.values())
        .map(
            outcome ->
                new Group(
                    outcome.title(),
                    examples.stream()
                        .filter(example -> example.outcome().filter(outcome::equals).isPresent())
                        .map(example -> card(example, texts))
                        .toList()))
        .filter(group -> !group.cards().isEmpty())
        .toList();
  }

  private static Card card(JudgedRollout example, PromptTexts texts) {
    var rollout = example.rollout();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Answer", answer(example)));
    facts.add(
        new Fact("Reference", texts.reference(rollout.task(), rollout.promptId(), LONGEST_ANSWER)));
    if (rollout.completionTokens() != null) {
      facts.add(new Fact("Tokens", Figures.count(rollout.completionTokens())));
    }
    facts.add(new Fact("Rollout", Figures.count(rollout.rolloutIndex())));
    return new Card(
        texts.text(rollout.task(), rollout.promptId(), LONGEST_PROMPT),
        VisibleText.of(rollout.completion(), LONGEST_COMPLETION),
        facts);
  }

  private static String answer(JudgedRollout example) {
    String answer = example.score().answer();
    return answer == null || answer.isEmpty()
        ? "none found"
        : VisibleText.line(answer, LONGEST_ANSWER);
  }
}
