package org.galton.study.emergence.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.VisibleText;
import org.galton.study.emergence.row.EmergenceConditionRow;
import org.galton.study.emergence.row.EmergenceEffectRow;

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
            .mapToInt(EmergenceEffectRow::firstRounds)
            .min()
            .orElse(0);
    List<EmergenceEffectRow> terms =
        rows.effects().stream().filter(row -> isTerm(row) && row.firstRounds() == window).toList();
    return terms.stream()
        .map(row -> List.of(row.experiment(), row.measure()))
        .distinct()
        .map(
            names ->
                of(
                    terms.stream()
                        .filter(row -> List.of(row.experiment(), row.measure()).equals(names))
                        .toList(),
                    rows.conditions()))
        .toList();
  }

  private static boolean isTerm(EmergenceEffectRow row) {
    return row.analysis().equals("performance") && row.estimate() != null;
  }

  private static SuccessSurface of(
      List<EmergenceEffectRow> terms, List<EmergenceConditionRow> conditions) {
    EmergenceEffectRow first = terms.get(0);
    List<EmergenceConditionRow> weights =
        conditions.stream()
            .filter(row -> row.experiment().equals(first.experiment()))
            .filter(row -> first.firstRounds().equals(row.firstRounds()))
            .filter(row -> row.statistic().equals("capacity"))
            .filter(row -> first.measure().equals(row.measure()))
            .toList();
    List<Double> places =
        IntStream.rangeClosed(0, STEPS).mapToObj(i -> FURTHEST * (2.0 * i / STEPS - 1)).toList();
    List<List<Double>> success =
        places.stream()
            .map(r -> places.stream().map(s -> probability(terms, weights, s, r)).toList())
            .toList();
    EmergenceEffectRow product = term(terms, "synergy x redundancy");
    String note =
        "%s groups of %d rounds or more, %s. A standard deviation of redundancy multiplies what one of synergy does to the odds by %s (95\u202f%% interval %s to %s, p %s)."
            .formatted(
                Figures.count(first.groups()),
                first.firstRounds(),
                weighting(first),
                ratio(product.estimate()),
                ratio(product.ciLow()),
                ratio(product.ciHigh()),
                Figures.probability(product.pValue()));
    String several =
        conditions.stream().map(EmergenceConditionRow::experiment).distinct().count() > 1
            ? VisibleText.line(first.experiment(), 120) + ": "
            : "";
    return new SuccessSurface(
        "%ssuccess by synergy and redundancy, %s".formatted(several, first.measure()),
        new Data(places, places, success),
        "Predicted success over synergy and redundancy. " + note,
        note,
        table(terms));
  }

  private static String weighting(EmergenceEffectRow row) {
    return "inverse_probability".equals(row.weights())
        ? "weighted for those that ended before"
        : "all weighing the same (%s)".formatted(row.weights().replace('_', ' '));
  }

  private static String ratio(double logOdds) {
    return Figures.bits(Math.exp(logOdds));
  }

  private static EmergenceEffectRow term(List<EmergenceEffectRow> terms, String name) {
    return terms.stream().filter(row -> row.term().equals(name)).findFirst().orElseThrow();
  }

  private static double probability(
      List<EmergenceEffectRow> terms,
      List<EmergenceConditionRow> conditions,
      double synergy,
      double redundancy) {
    double logOdds =
        term(terms, "intercept").estimate()
            + term(terms, "synergy").estimate() * synergy
            + term(terms, "redundancy").estimate() * redundancy
            + term(terms, "synergy x redundancy").estimate() * synergy * redundancy;
    double sum = 0;
    double groups = 0;
    for (EmergenceConditionRow condition : conditions) {
      double level =
          terms.stream()
              .filter(row -> row.term().equals("condition " + condition.condition()))
              .mapToDouble(EmergenceEffectRow::estimate)
              .sum();
      sum += condition.groups() / (1 + Math.exp(-logOdds - level));
      groups += condition.groups();
    }
    return groups == 0 ? 1 / (1 + Math.exp(-logOdds)) : sum / groups;
  }

  private static FigureTable table(List<EmergenceEffectRow> terms) {
    List<List<String>> rows = new ArrayList<>();
    for (EmergenceEffectRow row : terms) {
      rows.add(
          List.of(
              VisibleText.line(row.term(), 120),
              Figures.bits(row.estimate()),
              Figures.bits(row.ciLow()) + " to " + Figures.bits(row.ciHigh()),
              row.oddsRatio() == null ? "–" : Figures.bits(row.oddsRatio()),
              Figures.probability(row.pValue())));
    }
    return new FigureTable(
        "Terms of the regression: log odds by standard deviation",
        List.of("Term", "Log odds", "95\u202f% interval", "Odds ratio", "p"),
        rows);
  }
}
