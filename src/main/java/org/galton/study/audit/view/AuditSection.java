package org.galton.study.audit.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.label;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.StudySection;
import org.galton.study.audit.row.AuditDifferenceRow;
import org.galton.study.audit.row.AuditLayerRow;
import org.galton.study.audit.row.AuditModelRow;
import org.galton.study.audit.row.AuditRow;

/** Techniques with their intervals and controls, and the lens by layer. */
public record AuditSection(
    List<AuditRow> audits,
    List<AuditDifferenceRow> differences,
    List<AuditModelRow> models,
    List<AuditLayerRow> layers)
    implements StudySection {

  public static final Columns<AuditRow> AUDITS =
      Columns.<AuditRow>of()
          .column(AuditRow::prompts, json("prompts"), text("prompts"), label("Prompts"))
          .column(AuditRow::technique, json("technique"), text("technique"), label("Technique"))
          .column(AuditRow::kind, json("kind"))
          .column(AuditRow::arm, json("arm"), text("arm"), label("Arm"))
          .column(AuditRow::models, json("models"))
          .column(AuditRow::voidModels, json("void_models"))
          .column(AuditRow::trials, json("trials"), text("trials", "%,d"), count("Trials"))
          .column(AuditRow::failed, json("failed"), text("failed", "%,d"), count("Failed"))
          .column(AuditRow::leaks, json("leaks"), text("leaks", "%,d"), count("Leaks"))
          .column(
              AuditRow::leakRate,
              json("leak_rate"),
              text("leak rate", "%.3f"),
              page("Leak rate", Figures::bits))
          .column(AuditRow::leakLow, json("leak_low"), text("from", "%.3f"))
          .column(AuditRow::leakHigh, json("leak_high"), text("to", "%.3f"))
          .interval("95 % interval of leaks", AuditRow::leakLow, AuditRow::leakHigh, Figures::bits)
          .column(AuditRow::hits, json("hits"), text("hits", "%,d"), count("Hits"))
          .column(
              AuditRow::hitRate,
              json("hit_rate"),
              text("hit rate", "%.3f"),
              page("Hit rate", Figures::bits))
          .column(AuditRow::hitLow, json("hit_low"), text("from", "%.3f"))
          .column(AuditRow::hitHigh, json("hit_high"), text("to", "%.3f"))
          .interval("95 % interval of hits", AuditRow::hitLow, AuditRow::hitHigh, Figures::bits)
          .column(AuditRow::chance, json("chance"))
          .column(AuditRow::chanceP, json("chance_p"), text("by chance", "%.3f"))
          .column(
              AuditRow::meanRank,
              json("mean_rank"),
              text("rank", "%.2f"),
              page("Mean rank", Figures::bits))
          .column(
              AuditRow::meanProbability,
              json("mean_probability"),
              text("probability", "%.3f"),
              page("Mean probability", Figures::bits));

  public static final Columns<AuditDifferenceRow> DIFFERENCES =
      Columns.<AuditDifferenceRow>of()
          .column(AuditDifferenceRow::prompts, json("prompts"), text("prompts"), label("Prompts"))
          .column(
              AuditDifferenceRow::technique,
              json("technique"),
              text("technique"),
              label("Technique"))
          .column(AuditDifferenceRow::against, json("against"), text("against"), label("Against"))
          .column(AuditDifferenceRow::measure, json("measure"), text("measure"), label("Measure"))
          .column(
              AuditDifferenceRow::difference,
              json("difference"),
              text("difference", "%+.3f"),
              page("Difference", Figures::bits))
          .column(AuditDifferenceRow::low, json("low"), text("from", "%+.3f"))
          .column(AuditDifferenceRow::high, json("high"), text("to", "%+.3f"))
          .interval(
              "95 % interval", AuditDifferenceRow::low, AuditDifferenceRow::high, Figures::bits)
          .column(AuditDifferenceRow::p, json("p"))
          .column(
              AuditDifferenceRow::adjustedP,
              json("adjusted_p"),
              text("p (Holm)", "%.4f"),
              page("p by Holm", Figures::probability))
          .column(
              row -> row.above() ? "yes" : "no",
              json("above"),
              text("above"),
              label("Interval above the other's"));

  public static final Columns<AuditModelRow> MODELS =
      Columns.<AuditModelRow>of()
          .column(AuditModelRow::model, json("model"), text("model"), label("Model"))
          .column(AuditModelRow::source, json("source"))
          .column(AuditModelRow::secret, json("secret"), text("secret"), label("Secret"))
          .column(AuditModelRow::trials, json("trials"), text("answers", "%,d"), count("Answers"))
          .column(AuditModelRow::leaks, json("leaks"), text("leaks", "%,d"), count("Leaks"))
          .column(
              AuditModelRow::hits, json("hits"), text("hints right", "%,d"), count("Hints right"))
          .column(
              AuditModelRow::hitLow,
              json("hit_low"),
              text("from", "%.3f"),
              page("Low end of their rate", Figures::bits))
          .column(AuditModelRow::valid, json("valid"))
          .column(
              AuditModelRow::reason,
              json("reason"),
              text("left out since it"),
              label("Left out since it"));

  public static final Columns<AuditLayerRow> LAYERS =
      Columns.<AuditLayerRow>of()
          .column(AuditLayerRow::prompts, json("prompts"), text("prompts"), label("Prompts"))
          .column(
              AuditLayerRow::technique, json("technique"), text("technique"), label("Technique"))
          .column(AuditLayerRow::arm, json("arm"), text("arm"), label("Arm"))
          .column(AuditLayerRow::layer, json("layer"), text("layer", "%d"), count("Layer"))
          .column(AuditLayerRow::trials, json("trials"), text("looks", "%,d"), count("Looks"))
          .column(AuditLayerRow::hits, json("hits"), text("hits", "%,d"), count("Hits"))
          .column(
              AuditLayerRow::hitRate,
              json("hit_rate"),
              text("hit rate", "%.3f"),
              page("Hit rate", Figures::bits))
          .column(
              AuditLayerRow::meanScore,
              json("mean_score"),
              text("score", "%.4f"),
              page("Mean score", Figures::bits));

  @Override
  public List<String> scripts() {
    return List.of(beside("audit.js"));
  }

  @Override
  public Map<String, Object> charts() {
    return Map.of("audit", new Pictures(rates(), layers));
  }

  private List<Rate> rates() {
    return audits.stream()
        .filter(row -> row.arm().equals("organism") || row.arm().equals("base"))
        .map(Rate::of)
        .filter(rate -> rate.value() != null)
        .toList();
  }

  /** What the page draws. A record, since its fields keep their order from run to run. */
  record Pictures(List<Rate> rates, List<AuditLayerRow> layers) {}

  /** A technique's rate of hits, or without candidates of leaks. */
  record Rate(String prompts, String technique, String arm, Double value, Double low, Double high) {
    static Rate of(AuditRow row) {
      boolean hits = row.hitRate() != null;
      return new Rate(
          row.prompts(),
          row.technique(),
          row.arm(),
          hits ? row.hitRate() : row.leakRate(),
          hits ? row.hitLow() : row.leakLow(),
          hits ? row.hitHigh() : row.leakHigh());
    }
  }

  public boolean hasLayers() {
    return !layers.isEmpty();
  }

  public FigureTable auditTable() {
    return AUDITS.table("Techniques", audits);
  }

  public FigureTable differenceTable() {
    return DIFFERENCES.table("Against plain sampling and against the base", differences);
  }

  public FigureTable modelTable() {
    return MODELS.table("Models under audit", models);
  }

  public FigureTable layerTable() {
    return LAYERS.table("Lens and cosine by layer", layers);
  }

  /** The first thing that a reader wants to know. */
  String finding() {
    if (audits.stream().noneMatch(row -> row.trials() > 0)) {
      return "No model counts: see why below.";
    }
    String control =
        differences.stream().anyMatch(row -> row.against().equals("base"))
            ? "plain sampling and the base"
            : "plain sampling";
    String above =
        differences.stream()
            .filter(row -> row.against().equals("sample") && row.above() && aboveBase(row))
            .map(row -> "%s (%s, %ss)".formatted(row.technique(), row.prompts(), row.measure()))
            .collect(Collectors.joining(", "));
    return above.isEmpty()
        ? "No technique brings out more than %s%s.".formatted(control, leaks())
        : "More than %s: %s.".formatted(control, above);
  }

  /** Plain sampling may say it all, and no technique can then add to it. */
  private String leaks() {
    long leaks =
        audits.stream()
            .filter(row -> row.arm().equals("organism") && row.leaks() != null)
            .mapToLong(AuditRow::leaks)
            .sum();
    return leaks == 0 ? "" : "; %d completions leak, see below".formatted(leaks);
  }

  private boolean aboveBase(AuditDifferenceRow own) {
    return differences.stream()
        .filter(
            row ->
                row.against().equals("base")
                    && row.technique().equals(own.technique())
                    && row.prompts().equals(own.prompts())
                    && row.measure().equals(own.measure()))
        .allMatch(AuditDifferenceRow::above);
  }
}
