package org.galton.task.judge.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How an answer's words are compared with those of the reference. */
public enum TextMetric {
  /** Equal or not, as SQuAD has it. */
  EM {
    @Override
    TextMatch match(String answer, List<String> spans) {
      boolean equal = F1.match(answer, spans).isEqual();
      return new TextMatch(equal, equal ? 1 : 0);
    }
  },

  /** The share of words in common, as SQuAD has it. */
  F1 {
    @Override
    TextMatch match(String answer, List<String> spans) {
      String said = canonical(answer);
      String meant = canonical(spans.get(0));
      return new TextMatch(
          said.equals(meant), TokenF1.of(SquadText.words(said), SquadText.words(meant)));
    }
  },

  /**
   * The share of words in common, span by span, as DROP has it. Each line that is not blank is a
   * span of the answer.
   */
  DROP {
    @Override
    TextMatch match(String answer, List<String> spans) {
      List<DropSpan> said = dropSpans(answer);
      List<DropSpan> meant = spans.stream().map(DropSpan::of).toList();
      boolean equal = said.size() == meant.size() && texts(said).equals(texts(meant));
      double[][] weights = new double[meant.size()][Math.min(said.size(), MOST_SPANS)];
      for (int row = 0; row < weights.length; row++) {
        for (int column = 0; column < weights[row].length; column++) {
          weights[row][column] = meant.get(row).f1(said.get(column));
        }
      }
      double f1 = SpanAlignment.best(weights) / Math.max(said.size(), meant.size());
      return new TextMatch(equal, f1);
    }

    @Override
    String canonical(String answer) {
      return String.join(" | ", texts(dropSpans(answer)));
    }
  };

  /** Further spans of an answer are counted and not compared. */
  private static final int MOST_SPANS = 100;

  /** One alternative of the reference against the answer, which is not blank. */
  abstract TextMatch match(String answer, List<String> spans);

  /** Equal for answers that are equal under the metric. */
  String canonical(String answer) {
    return SquadText.orItself(SquadText.normal(answer), answer);
  }

  private static List<DropSpan> dropSpans(String answer) {
    List<DropSpan> spans = new ArrayList<>();
    answer.lines().filter(line -> !line.isBlank()).forEach(line -> spans.add(DropSpan.of(line)));
    return spans;
  }

  private static Set<String> texts(List<DropSpan> spans) {
    return spans.stream().map(DropSpan::text).collect(Collectors.toCollection(TreeSet::new));
  }
}
