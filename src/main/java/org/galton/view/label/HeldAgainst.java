package org.galton.view.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.galton.report.Figures;
import org.galton.statistics.Interval;
import org.galton.statistics.agreement.KappaInterval;
import org.galton.statistics.agreement.VerdictPairs;

/**
 * Two verdicts on the same rollouts, by the estimators of {@code galton judges}.
 *
 * @param prompts the pairs of each prompt's rollouts
 */
record HeldAgainst(List<VerdictPairs> prompts, VerdictPairs all, Optional<Interval> interval) {
  private static final String MISSING = "–";

  static HeldAgainst of(List<VerdictPairs> prompts) {
    VerdictPairs all = prompts.stream().reduce(VerdictPairs.NONE, VerdictPairs::plus);
    return new HeldAgainst(
        prompts, all, all.kappa().isPresent() ? KappaInterval.of(prompts) : Optional.empty());
  }

  /** Of those with equal names one after the other, in the order in which they come. */
  static <K> List<Named<K>> each(List<PromptPairs<K>> rows) {
    List<Named<K>> found = new ArrayList<>();
    List<VerdictPairs> prompts = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      prompts.add(rows.get(i).pairs());
      boolean isLast = i + 1 == rows.size();
      if (isLast || !rows.get(i + 1).name().equals(rows.get(i).name())) {
        found.add(new Named<>(rows.get(i).name(), of(List.copyOf(prompts))));
        prompts.clear();
      }
    }
    return found;
  }

  /** The pairs of a prompt. */
  record PromptPairs<K>(K name, VerdictPairs pairs) {}

  record Named<K>(K name, HeldAgainst pairs) {}

  public String rollouts() {
    return Figures.count(all.total());
  }

  public String promptCount() {
    return Figures.count(prompts.size());
  }

  public String bothRight() {
    return Figures.count(all.bothRight());
  }

  public String firstOnly() {
    return Figures.count(all.firstOnly());
  }

  public String secondOnly() {
    return Figures.count(all.secondOnly());
  }

  public String bothWrong() {
    return Figures.count(all.bothWrong());
  }

  public String agreement() {
    return all.agreement().isPresent() ? Figures.percent(all.agreement().getAsDouble()) : MISSING;
  }

  /** With every digit. */
  public String kappa() {
    OptionalDouble kappa = all.kappa();
    return kappa.isPresent() ? Double.toString(kappa.getAsDouble()) : MISSING;
  }

  public String low() {
    return interval.map(range -> rounded(range.low())).orElse(MISSING);
  }

  public String high() {
    return interval.map(range -> rounded(range.high())).orElse(MISSING);
  }

  private static String rounded(double value) {
    return Figures.format("%.4f", value);
  }
}
