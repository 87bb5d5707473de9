package org.galton.task.judge.text;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.galton.task.Judge;
import org.galton.task.MarkedAnswer;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.galton.task.judge.TextAnswer;
import org.galton.task.judge.answer.Thoughts;

/**
 * Compares words: the best match among the reference's alternatives counts. The reward is F1, or 0
 * and 1 under {@link TextMetric#EM}. An answer "unanswerable" is an abstention, unless it is right.
 *
 * @param threshold F1 from which an answer is right, in (0, 1]; 0 where only an equal one is
 * @param marker the answer follows its last occurrence, on its line or the next that says
 *     something; if empty, the whole completion is the answer
 */
public record TextJudge(TextMetric metric, double threshold, String marker) implements Judge {
  /** What an answer says where a question has none; a blank reference stands for it. */
  private static final String UNANSWERABLE = "unanswerable";

  private static final int SHOWN = 100;

  public TextJudge {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException(
          "Invalid threshold " + threshold + ": expected a number from 0 to 1");
    }
    if (threshold > 0 && metric == TextMetric.EM) {
      throw new IllegalArgumentException(
          "Invalid threshold "
              + threshold
              + ": metric em has no degrees; expected metric f1 or drop beside a threshold");
    }
  }

  /** Equality of the whole completion, as SQuAD has it. */
  public static TextJudge withDefaults() {
    return new TextJudge(TextMetric.EM, 0, "");
  }

  @Override
  public String scorer() {
    return "text/1{metric=%s,threshold=%s,marker=%s}"
        .formatted(metric.name().toLowerCase(Locale.ROOT), threshold, marker);
  }

  @Override
  public String expectedReference() {
    return metric == TextMetric.DROP
        ? "a text, or a JSON list of texts, or of lists of texts that are spans of one answer"
        : "a text, or a JSON list of texts of which any counts";
  }

  @Override
  public boolean accepts(Prompt prompt) {
    return TextReference.of(prompt.reference())
        .filter(reference -> metric == TextMetric.DROP || reference.isPlain())
        .isPresent();
  }

  @Override
  public Verdict judge(Prompt prompt, String completion) {
    String said = Thoughts.without(completion);
    Optional<String> answer =
        (marker.isEmpty() ? Optional.of(said) : MarkedAnswer.lineOrNext(said, marker))
            .filter(text -> !WordCharacters.stripped(text).isEmpty());
    return answer
        .map(text -> verdict(text, prompt.reference()))
        .orElseGet(() -> new Verdict("", false, false, 0, "", ""));
  }

  private Verdict verdict(String answer, String reference) {
    record Match(List<String> spans, TextMatch found) {}
    Match best =
        TextReference.of(reference).orElseThrow().alternatives().stream()
            .map(TextJudge::spoken)
            .map(spans -> new Match(spans, metric.match(answer, spans)))
            .max(
                Comparator.comparing((Match match) -> match.found().isEqual())
                    .thenComparing(match -> match.found().share()))
            .orElseThrow();
    TextMatch found = best.found();
    boolean correct = found.isEqual() || (threshold > 0 && found.share() >= threshold);
    String canonical = metric.canonical(answer);
    return new Verdict(
        TextAnswer.narrow(canonical),
        correct,
        !correct && canonical.equals(UNANSWERABLE),
        found.share(),
        marker.isEmpty() ? "whole" : "marker",
        String.format(
            Locale.ROOT,
            "'%s' against '%s': %s, reward %.3f",
            shown(canonical),
            shown(String.join(" | ", best.spans())),
            found.isEqual() ? "equal" : "not equal",
            found.share()));
  }

  private static List<String> spoken(List<String> spans) {
    return spans.stream().map(span -> span.isBlank() ? UNANSWERABLE : span).toList();
  }

  private static String shown(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}
