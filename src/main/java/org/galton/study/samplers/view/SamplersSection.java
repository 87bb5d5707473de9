package org.galton.study.samplers.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.SweepSection;
import org.galton.study.samplers.row.SamplerCostRow;
import org.galton.sweep.SamplingNames;

/** What samplers find, and at what cost. */
public record SamplersSection(List<SamplerCostRow> rows) implements SweepSection {
  private static final String ANCHOR = "samplers";

  public static final Columns<SamplerCostRow> COSTS =
      Columns.<SamplerCostRow>of()
          .column(SamplerCostRow::model, json("model"), text("model"), page("Model"))
          .column(SamplerCostRow::task, json("task"), text("task"), page("Task"))
          .column(SamplerCostRow::sampling, json("sampling"), text("sampling"), page("Sampling"))
          .column(
              row -> row.biased() ? "biased" : "its law", text("draws from"), page("Draws from"))
          .column(SamplerCostRow::biased, json("biased"))
          .column(SamplerCostRow::rollouts, json("rollouts"), text("k"), count("Rollouts, k"))
          .column(
              SamplerCostRow::solved,
              json("solved"),
              text("solved", "%.3f"),
              page("Solved, %", Figures::percentNumber))
          .column(SamplerCostRow::solvedLow, json("solved_low"), text("low", "%.3f"))
          .column(SamplerCostRow::solvedHigh, json("solved_high"), text("high", "%.3f"))
          .interval(
              "95\u202f% interval",
              SamplerCostRow::solvedLow, SamplerCostRow::solvedHigh, Figures::percentNumber)
          .column(
              SamplerCostRow::distinctRight,
              json("distinct_right"),
              text("different right", "%.2f"),
              page("Different right answers", value -> Figures.format("%.2f", value)))
          .column(
              SamplerCostRow::tokens,
              json("tokens"),
              text("tokens", "%,.0f"),
              page("Tokens", value -> Figures.count(Math.round(value))))
          .column(
              SamplerCostRow::verifierCalls,
              json("verifier_calls"),
              text("verifier calls", "%,.0f"),
              page("Verifier calls", value -> Figures.count(Math.round(value))))
          .column(
              SamplerCostRow::deviceSeconds,
              json("device_seconds"),
              text("device s", "%.2f"),
              page("Device seconds", Figures::decimal))
          .column(SamplerCostRow::prompts, json("prompts"), count("Prompts"));

  public SamplersSection {
    rows =
        rows.stream()
            .sorted(
                Comparator.comparing(SamplerCostRow::task)
                    .thenComparing(SamplerCostRow::model)
                    .thenComparing(SamplerCostRow::biased)
                    .thenComparing(SamplerCostRow::sampling)
                    .thenComparing(SamplerCostRow::rollouts))
            .toList();
  }

  /** Under names that say what tells the samplings apart. */
  public static List<SamplerCostRow> named(List<SamplerCostRow> rows) {
    Map<String, String> names =
        SamplingNames.of(rows.stream().map(SamplerCostRow::sampling).toList());
    return rows.stream().map(row -> row.named(names.get(row.sampling()))).toList();
  }

  public List<CostPicture> pictures() {
    return CostPicture.of(named(rows));
  }

  public FigureTable table() {
    return COSTS.table("What k rollouts of a prompt find, and what they cost", named(rows));
  }

  @Override
  public List<String> scripts() {
    return List.of(beside("samplers.js"));
  }

  @Override
  public Map<String, Object> charts() {
    return Map.of(ANCHOR, pictures());
  }

  @Override
  public String anchor() {
    return ANCHOR;
  }

  @Override
  public String word() {
    return "Samplers";
  }

  @Override
  public boolean isShown() {
    return !rows.isEmpty();
  }

  @Override
  public String finding() {
    return "One rollout of a prompt costs %s to %s tokens, by its sampler."
        .formatted(tokens(Comparator.naturalOrder()), tokens(Comparator.reverseOrder()));
  }

  private String tokens(Comparator<Double> order) {
    return rows.stream()
        .filter(row -> row.rollouts() == 1)
        .map(SamplerCostRow::tokens)
        .min(order)
        .map(value -> Figures.count(Math.round(value)))
        .orElse("–");
  }
}
