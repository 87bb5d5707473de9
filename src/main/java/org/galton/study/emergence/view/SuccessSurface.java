package org.galton.study.emergence.view;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.galton.emergence.performance.PerformanceModel;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.VisibleText;
import org.galton.study.emergence.row.EmergenceConditionRow;
import org.galton.study.emergence.row.EmergenceEffectRow;
import org.galton.study.emergence.row.EmergenceEffectRow.Analysis;
import org.galton.study.emergence.row.EmergenceEffectRow.Numbers;
import org.galton.study.emergence.row.EmergenceEffectRow.Subject;
import org.galton.study.emergence.row.Quantity;

/**
 * Success as the regression predicts it, over synergy and redundancy within two standard deviations
 * of their means: averaged over conditions by their numbers of groups.
 */
record SuccessSurface(String title, Data data, String alternative, String note, FigureTable table) {
  private static final int STEPS = 24;
  private static final double FURTHEST = 2;

  /**
   * What the script draws.
   *
   * @param synergy in standard deviations, as redundancy
   * @param success a row for each redundancy
   */
  record Data(List<Double> synergy, List<Double> redundancy, List<List<Double>> success) {}

  /** Of the shortest window, one for each measure whose regression may be read. */
  static List<SuccessSurface> of(EmergenceRows rows) {
    int window =
        rows.effects().stream()
            .filter(SuccessSurface::isTerm)
            .mapToInt(row -> row.subject().firstRounds())
            .min()
            .orElse(0);
    List<EmergenceEffectRow> terms =
        rows.effects().stream()
            .filter(row -> isTerm(row) && row.subject().firstRounds() == window)
            .toList();
    return terms.stream()
        .map(row -> List.of(row.subject().experiment(), row.subject().measure()))
        .distinct()
        .map(
            names ->
                of(
                    terms.stream()
                        .filter(
                            row ->
                                List.of(row.subject().experiment(), row.subject().measure())
                                    .equals(names))
                        .toList(),
                    rows.conditions()))
        .toList();
  }

  private static boolean isTerm(EmergenceEffectRow row) {
    return row.isOf(Analysis.PERFORMANCE) && row.numbers().estimate().isPresent();
  }

  private static SuccessSurface of(
      List<EmergenceEffectRow> terms, List<EmergenceConditionRow> conditions) {
    EmergenceEffectRow first = terms.get(0);
    Subject about = first.subject();
    List<EmergenceConditionRow> weights =
        conditions.stream()
            .filter(row -> row.figure().experiment().equals(about.experiment()))
            .filter(row -> about.firstRounds().equals(row.figure().firstRounds()))
            .filter(row -> row.shows(Quantity.CAPACITY))
            .filter(row -> about.measure().equals(row.figure().measure()))
            .toList();
    List<Double> places =
        IntStream.rangeClosed(0, STEPS).mapToObj(i -> FURTHEST * (2.0 * i / STEPS - 1)).toList();
    List<List<Double>> success =
        places.stream()
            .map(r -> places.stream().map(s -> probability(terms, weights, s, r)).toList())
            .toList();
    Numbers product = term(terms, PerformanceModel.INTERACTION);
    String note =
        "%s groups of %d rounds or more, %s. A standard deviation of redundancy multiplies what one of synergy does to the odds by %s (95\u202f%% interval %s to %s, p %s)."
            .formatted(
                Figures.count(first.groups()),
                about.firstRounds(),
                weighting(first),
                ratio(product.estimate()),
                ratio(product.ciLow()),
                ratio(product.ciHigh()),
                Figures.probability(product.pValue().orElseThrow()));
    String several =
        EmergenceClaims.several(conditions) ? VisibleText.line(about.experiment(), 120) + ": " : "";
    return new SuccessSurface(
        "%ssuccess by synergy and redundancy, %s".formatted(several, about.measure()),
        new Data(places, places, success),
        "Predicted success over synergy and redundancy. " + note,
        note,
        table(terms));
  }

  private static String weighting(EmergenceEffectRow row) {
    String weights = row.numbers().weights().orElseThrow();
    return weights.equals("inverse_probability")
        ? "weighted for those that ended before"
        : "all weighing the same (%s)".formatted(weights.replace('_', ' '));
  }

  private static String ratio(OptionalDouble logOdds) {
    return Figures.bits(Math.exp(logOdds.orElseThrow()));
  }

  private static Numbers term(List<EmergenceEffectRow> terms, String name) {
    return terms.stream()
        .filter(row -> row.term().equals(name))
        .findFirst()
        .orElseThrow()
        .numbers();
  }

  private static double logOdds(List<EmergenceEffectRow> terms, String name) {
    return term(terms, name).estimate().orElseThrow();
  }

  private static double probability(
      List<EmergenceEffectRow> terms,
      List<EmergenceConditionRow> conditions,
      double synergy,
      double redundancy) {
    double logOdds =
        logOdds(terms, PerformanceModel.INTERCEPT)
            + logOdds(terms, PerformanceModel.SYNERGY) * synergy
            + logOdds(terms, PerformanceModel.REDUNDANCY) * redundancy
            + logOdds(terms, PerformanceModel.INTERACTION) * synergy * redundancy;
    double sum = 0;
    double groups = 0;
    for (EmergenceConditionRow condition : conditions) {
      double level =
          terms.stream()
              .filter(row -> row.term().equals("condition " + condition.figure().condition()))
              .mapToDouble(row -> row.numbers().estimate().orElseThrow())
              .sum();
      sum += condition.groups().value() / (1 + Math.exp(-logOdds - level));
      groups += condition.groups().value();
    }
    return groups == 0 ? 1 / (1 + Math.exp(-logOdds)) : sum / groups;
  }

  private static FigureTable table(List<EmergenceEffectRow> terms) {
    List<List<String>> rows = new ArrayList<>();
    for (EmergenceEffectRow row : terms) {
      Numbers numbers = row.numbers();
      rows.add(
          List.of(
              VisibleText.line(row.term(), 120),
              bits(numbers.estimate()),
              bits(numbers.ciLow()) + " to " + bits(numbers.ciHigh()),
              numbers.oddsRatio().isEmpty() ? "–" : bits(numbers.oddsRatio()),
              Figures.probability(numbers.pValue().orElseThrow())));
    }
    return new FigureTable(
        "Terms of the regression: log odds by standard deviation",
        List.of("Term", "Log odds", "95\u202f% interval", "Odds ratio", "p"),
        rows);
  }

  private static String bits(OptionalDouble value) {
    return Figures.bits(value.orElseThrow());
  }
}
