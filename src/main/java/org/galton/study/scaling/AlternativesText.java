package org.galton.study.scaling;

import static org.galton.report.ColumnFormat.text;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.galton.console.TextTable;
import org.galton.report.Columns;
import org.galton.report.Figures;

/** Other fits of the same points for the terminal, a table for each kind that was asked. */
final class AlternativesText {
  private static final int MOST_RECIPES = 50;

  private static final Columns<FittedSeries> BOOTSTRAP =
      Columns.<FittedSeries>of()
          .column(one -> one.fit().series(), text("series"))
          .column(one -> one.fit().asymptote(), text("A", "%.4f"))
          .column(one -> one.fit().asymptoteLow(), text("profile low", "%.4f"))
          .column(one -> one.fit().asymptoteHigh(), text("high", "%.4f"))
          .column(one -> one.alternatives().bootstrap().low(), text("bootstrap low", "%.4f"))
          .column(one -> one.alternatives().bootstrap().high(), text("high", "%.4f"));

  private static final Columns<FittedSeries> FORMS =
      Columns.<FittedSeries>of()
          .column(one -> one.fit().series(), text("series"))
          .column(one -> one.alternatives().forms().preferred().title(), text("fits better"))
          .column(
              one -> one.alternatives().forms().sigmoidSquares(), text("SSE of sigmoid", "%.3G"))
          .column(one -> one.alternatives().forms().powerLawSquares(), text("of power law", "%.3G"))
          .column(
              one -> one.alternatives().forms().powerLawAsymptote(), text("A of power law", "%.4f"))
          .column(one -> one.alternatives().forms().powerLawCoefficient(), text("D", "%.4G"))
          .column(one -> one.alternatives().forms().powerLawExponent(), text("B", "%.3f"))
          .column(
              one -> one.alternatives().forms().sigmoidMove(), text("A of sigmoid moves", "%.4f"))
          .column(one -> one.alternatives().forms().powerLawMove(), text("of power law", "%.4f"));

  private static final Columns<FittedSeries> HELD =
      Columns.<FittedSeries>of()
          .column(one -> one.fit().series(), text("series"))
          .column(one -> one.alternatives().held().asymptote(), text("A held at", "%.4f"))
          .column(one -> one.alternatives().held().start(), text("R0", "%.4f"))
          .column(one -> one.alternatives().held().exponent(), text("B", "%.3f"))
          .column(one -> one.alternatives().held().midpoint(), text("C_mid", "%.6g"))
          .column(one -> one.alternatives().held().squares(), text("SSE", "%.3G"))
          .column(one -> one.alternatives().held().lineExponent(), text("B by line", "%.3f"))
          .column(one -> one.alternatives().held().lineMidpoint(), text("C_mid by line", "%.6g"));

  private static final Columns<RecipeSpread> RECIPES =
      Columns.<RecipeSpread>of()
          .column(RecipeSpread::recipe, text("recipe"))
          .column(RecipeSpread::runs, text("runs"))
          .column(RecipeSpread::fitted, text("fitted"))
          .column(RecipeSpread::mean, text("mean A", "%.4f"))
          .column(RecipeSpread::deviation, text("deviation", "%.4f"))
          .column(RecipeSpread::halfRange, text("half range", "%.4f"))
          .column(RecipeSpread::above, text("above the next", "%.4f"))
          .column(AlternativesText::differs, text("differs"));

  private AlternativesText() {}

  static String of(List<FittedSeries> shown) {
    return table(BOOTSTRAP, having(shown, AlternativeFits::bootstrap))
        + table(FORMS, having(shown, AlternativeFits::forms))
        + table(HELD, having(shown, AlternativeFits::held))
        + having(shown, AlternativeFits::notHeld).stream()
            .map(
                series ->
                    "%s: no curve with A held: %s\n"
                        .formatted(series.fit().series(), series.alternatives().notHeld()))
            .collect(Collectors.joining());
  }

  private static List<FittedSeries> having(
      List<FittedSeries> shown, Function<AlternativeFits, ?> kind) {
    return shown.stream().filter(series -> kind.apply(series.alternatives()) != null).toList();
  }

  /** From the highest mean A to the lowest. */
  static String ofRecipes(List<RecipeSpread> recipes) {
    int more = recipes.size() - MOST_RECIPES;
    return table(RECIPES, recipes.stream().limit(MOST_RECIPES).toList())
        + (more > 0 ? Figures.format("… and %,d more recipes: --json has them all\n", more) : "");
  }

  private static String differs(RecipeSpread recipe) {
    return recipe.distinguishable() == null ? null : recipe.distinguishable() ? "yes" : "no";
  }

  /** With a blank line before it; empty without rows. */
  private static <R> String table(Columns<R> columns, List<R> rows) {
    return rows.isEmpty() ? "" : "\n" + TextTable.of(columns, rows);
  }
}
