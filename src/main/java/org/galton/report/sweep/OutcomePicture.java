package org.galton.report.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.galton.report.Figures;
import org.galton.table.PromptStatisticsRow;

/**
 * Which prompts of a panel are never, sometimes and always solved.
 *
 * @param prompts what is drawn, hardest first by the mean solve rate over models
 * @param total prompts in all; more than are drawn where a picture would not hold them
 * @param lines the drawn models' counts over all prompts
 * @param unsolved prompts that the last model never solved
 */
record OutcomePicture(
    String title, List<PromptOutcomes> prompts, int total, List<Line> lines, Unsolved unsolved) {
  private static final int MOST_DRAWN = 400;
  private static final int MOST_LISTED = 12;
  private static final int LONGEST_PROMPT = 240;

  /**
   * A prompt's counts over all its rollouts, one per model; null where the model has no rollout
   * with a verdict.
   */
  record PromptOutcomes(String id, String text, String reference, List<Count> counts) {
    double meanRate() {
      return counts.stream()
          .filter(count -> count != null)
          .mapToDouble(Count::rate)
          .average()
          .orElse(0);
    }
  }

  record Count(int n, int correct) {
    double rate() {
      return (double) correct / n;
    }
  }

  record Line(String model, int never, int sometimes, int always, int without) {
    int prompts() {
      return never + sometimes + always + without;
    }
  }

  record Unsolved(String model, List<PromptOutcomes> listed, int more) {
    public int total() {
      return listed.size() + more;
    }
  }

  static OutcomePicture of(
      Panel panel,
      List<ModelEntry> models,
      List<PromptStatisticsRow> statistics,
      PromptTexts texts) {
    Map<String, Map<String, Count>> counts =
        statistics.stream()
            .filter(row -> panel.holds(row) && row.n() > 0)
            .collect(
                Collectors.groupingBy(
                    PromptStatisticsRow::promptId,
                    Collectors.toMap(
                        PromptStatisticsRow::model, row -> new Count(row.judged(), row.right()))));
    List<PromptOutcomes> prompts = new ArrayList<>();
    counts.forEach(
        (id, byModel) -> {
          List<Count> row = new ArrayList<>();
          models.forEach(model -> row.add(byModel.get(model.name())));
          String text = texts.text(panel.task(), id, LONGEST_PROMPT);
          String reference = texts.reference(panel.task(), id, LONGEST_PROMPT);
          prompts.add(new PromptOutcomes(id, text, reference, row));
        });
    prompts.sort(
        Comparator.comparingDouble(PromptOutcomes::meanRate).thenComparing(PromptOutcomes::id));
    List<Line> lines = new ArrayList<>();
    for (int m = 0; m < models.size(); m++) {
      lines.add(line(models.get(m).label(), m, prompts));
    }
    return new OutcomePicture(
        panel.title(), drawn(prompts), prompts.size(), lines, unsolved(models, prompts));
  }

  private static Line line(String label, int model, List<PromptOutcomes> prompts) {
    int never = 0;
    int always = 0;
    int without = 0;
    for (PromptOutcomes prompt : prompts) {
      Count count = prompt.counts().get(model);
      if (count == null) {
        without++;
      } else if (count.correct() == 0) {
        never++;
      } else if (count.correct() == count.n()) {
        always++;
      }
    }
    return new Line(label, never, prompts.size() - never - always - without, always, without);
  }

  private static List<PromptOutcomes> drawn(List<PromptOutcomes> prompts) {
    if (prompts.size() <= MOST_DRAWN) {
      return List.copyOf(prompts);
    }
    List<PromptOutcomes> drawn = new ArrayList<>();
    for (int i = 0; i < MOST_DRAWN; i++) {
      drawn.add(prompts.get((int) Math.round(i * (prompts.size() - 1.0) / (MOST_DRAWN - 1))));
    }
    return drawn;
  }

  private static Unsolved unsolved(List<ModelEntry> models, List<PromptOutcomes> prompts) {
    if (models.isEmpty()) {
      return new Unsolved("", List.of(), 0);
    }
    int last = models.size() - 1;
    List<PromptOutcomes> never =
        prompts.stream()
            .filter(p -> p.counts().get(last) != null && p.counts().get(last).correct() == 0)
            .toList();
    int listed = Math.min(MOST_LISTED, never.size());
    return new Unsolved(models.get(last).label(), never.subList(0, listed), never.size() - listed);
  }

  public String totalText() {
    return Figures.count(total);
  }

  /** Whether the picture leaves prompts out. */
  public boolean thinned() {
    return prompts.size() < total;
  }

  /** Text alternative of the picture. */
  public String alternative() {
    if (lines.isEmpty()) {
      return "No prompt has a scored rollout.";
    }
    Line line = lines.get(lines.size() - 1);
    return ("Solve rate of %d %s prompts, hardest first, one row per model."
            + " With %s, %d are never solved, %d sometimes, %d always.")
        .formatted(total, title, line.model(), line.never(), line.sometimes(), line.always());
  }
}
