package org.galton.study.scaling;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.galton.console.TextTable;

/** Other fits of the same points for the terminal, a table for each kind that was asked. */
final class AlternativesText {
  private static final int MOST_RECIPES = 50;

  private AlternativesText() {}

  static String of(List<FittedSeries> shown) {
    return bootstrap(shown) + forms(shown) + held(shown) + notHeld(shown);
  }

  private static String bootstrap(List<FittedSeries> shown) {
    return table(
        List.of("series", "A", "profile low", "high", "bootstrap low", "high"),
        shown.stream()
            .filter(series -> series.alternatives().bootstrap() != null)
            .map(
                series ->
                    List.of(
                        series.fit().series(),
                        number("%.4f", series.fit().asymptote()),
                        number("%.4f", series.fit().asymptoteLow()),
                        number("%.4f", series.fit().asymptoteHigh()),
                        number("%.4f", series.alternatives().bootstrap().low()),
                        number("%.4f", series.alternatives().bootstrap().high())))
            .toList());
  }

  private static String forms(List<FittedSeries> shown) {
    return table(
        List.of(
            "series",
            "fits better",
            "SSE of sigmoid",
            "of power law",
            "A of power law",
            "D",
            "B",
            "A of sigmoid moves",
            "of power law"),
        shown.stream()
            .filter(series -> series.alternatives().forms() != null)
            .map(series -> row(series.fit().series(), series.alternatives().forms()))
            .toList());
  }

  private static List<String> row(String series, AlternativeFits.Forms forms) {
    return List.of(
        series,
        forms.preferred().title(),
        number("%.3G", forms.sigmoidSquares()),
        number("%.3G", forms.powerLawSquares()),
        number("%.4f", forms.powerLawAsymptote()),
        number("%.4G", forms.powerLawCoefficient()),
        number("%.3f", forms.powerLawExponent()),
        number("%.4f", forms.sigmoidMove()),
        number("%.4f", forms.powerLawMove()));
  }

  private static String held(List<FittedSeries> shown) {
    return table(
        List.of("series", "A held at", "R0", "B", "C_mid", "SSE", "B by line", "C_mid by line"),
        shown.stream()
            .filter(series -> series.alternatives().held() != null)
            .map(series -> row(series.fit().series(), series.alternatives().held()))
            .toList());
  }

  private static String notHeld(List<FittedSeries> shown) {
    return shown.stream()
        .filter(series -> series.alternatives().notHeld() != null)
        .map(
            series ->
                "%s: no curve with A held: %s\n"
                    .formatted(series.fit().series(), series.alternatives().notHeld()))
        .collect(Collectors.joining());
  }

  private static List<String> row(String series, AlternativeFits.Held held) {
    return List.of(
        series,
        number("%.4f", held.asymptote()),
        number("%.4f", held.start()),
        number("%.3f", held.exponent()),
        number("%.6g", held.midpoint()),
        number("%.3G", held.squares()),
        number("%.3f", held.lineExponent()),
        number("%.6g", held.lineMidpoint()));
  }

  /** From the highest mean A to the lowest. */
  static String ofRecipes(List<RecipeSpread> recipes) {
    String table =
        table(
            List.of(
                "recipe",
                "runs",
                "fitted",
                "mean A",
                "deviation",
                "half range",
                "above the next",
                "differs"),
            recipes.stream().limit(MOST_RECIPES).map(AlternativesText::row).toList());
    return recipes.size() <= MOST_RECIPES
        ? table
        : table
            + String.format(
                Locale.ROOT,
                "… and %,d more recipes: --json has them all\n",
                recipes.size() - MOST_RECIPES);
  }

  private static List<String> row(RecipeSpread recipe) {
    return List.of(
        recipe.recipe(),
        Integer.toString(recipe.runs()),
        Integer.toString(recipe.fitted()),
        number("%.4f", recipe.mean()),
        number("%.4f", recipe.deviation()),
        number("%.4f", recipe.halfRange()),
        number("%.4f", recipe.above()),
        recipe.distinguishable() == null ? "NULL" : recipe.distinguishable() ? "yes" : "no");
  }

  /** With a blank line before it; empty without rows. */
  private static String table(List<String> headings, List<List<String>> rows) {
    return rows.isEmpty() ? "" : "\n" + TextTable.of(headings, rows);
  }

  private static String number(String format, Double value) {
    return value == null ? "NULL" : String.format(Locale.ROOT, format, value);
  }
}
