package org.galton.train.value;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.stream.Stream;
import org.galton.statistics.forecast.ForecastQuality;
import org.galton.train.value.ValueMeasures.Measure;

/** How a head was trained and how good it is: in its {@code config.json}, and as a table. */
public final class ValueReport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ValueReport() {}

  static ObjectNode json(
      ValueSpec spec, StoredPartials.Found found, int fitted, int heldOut, ValueMeasures measured) {
    ObjectNode json = JSON.createObjectNode();
    json.put("rollouts", spec.rollouts());
    json.put("rollout_count", found.rollouts());
    json.set("generations", JSON.valueToTree(found.generations()));
    json.set("scorers", JSON.valueToTree(found.scorers()));
    json.put("held_out", spec.heldOut());
    json.put("ridge", spec.ridge());
    json.put("most", spec.most());
    json.put("fitted_examples", fitted);
    json.put("held_out_examples", heldOut);
    ArrayNode measures = json.putArray("measures");
    Stream.concat(Stream.of(measured.all()), measured.byDepth().stream())
        .forEach(one -> add(measures.addObject(), one));
    return json;
  }

  private static void add(ObjectNode json, Measure measure) {
    ForecastQuality quality = measure.quality();
    json.put("depth", measure.depth());
    json.put("outcomes", quality.count());
    json.put("right_share", quality.rightShare());
    json.put("log_loss", quality.logLoss());
    json.put("constant_log_loss", quality.constantLogLoss());
    json.put("brier", quality.brier());
    json.put("calibration_error", quality.calibrationError());
    quality.ranking().ifPresent(ranking -> json.put("ranking", ranking));
    measure.rankingWithin().ifPresent(ranking -> json.put("ranking_within_prompts", ranking));
    ArrayNode tenths = json.putArray("tenths");
    for (ForecastQuality.Tenth tenth : quality.tenths()) {
      tenths
          .addObject()
          .put("from", tenth.number() / 10.0)
          .put("outcomes", tenth.count())
          .put("mean_value", tenth.mean())
          .put("right_share", tenth.rightShare());
    }
  }

  /** A row a depth, and one for all; then the calibration of all by tenths. */
  public static String text(ValueMeasures measured) {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "%8s %9s %7s %9s %9s %7s %7s %7s %7s",
        "blocks",
        "outcomes",
        "right",
        "log loss",
        "constant",
        "AUC",
        "within",
        "Brier",
        "ECE");
    Stream.concat(measured.byDepth().stream(), Stream.of(measured.all()))
        .forEach(one -> row(text, one));
    text.append("\n");
    line(text, "%11s %9s %9s %7s", "value", "outcomes", "mean", "right");
    for (ForecastQuality.Tenth tenth : measured.all().quality().tenths()) {
      line(
          text,
          "%5.1f - %3.1f %,9d %9.3f %7.3f",
          tenth.number() / 10.0,
          (tenth.number() + 1) / 10.0,
          tenth.count(),
          tenth.mean(),
          tenth.rightShare());
    }
    return text.toString();
  }

  private static void row(StringBuilder text, Measure measure) {
    ForecastQuality quality = measure.quality();
    line(
        text,
        "%8s %,9d %7.3f %9.4f %9.4f %7s %7s %7.4f %7.4f",
        measure.depth() == 0 ? "all" : measure.depth(),
        quality.count(),
        quality.rightShare(),
        quality.logLoss(),
        quality.constantLogLoss(),
        share(quality.ranking().orElse(Double.NaN)),
        share(measure.rankingWithin().orElse(Double.NaN)),
        quality.brier(),
        quality.calibrationError());
  }

  private static String share(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append("\n");
  }
}
