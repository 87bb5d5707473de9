package org.galton.study.scaling;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.galton.console.RowJson;
import org.galton.study.scaling.row.ScalingFitRow;
import org.galton.study.scaling.view.ScalingSection;

/** Fits as one JSON document, named as in the tables. What does not exist is null. */
public final class FitJson {
  private FitJson() {}

  static ObjectNode of(FitResult result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("input", result.input()).put("fitted", result.accepted());
    ArrayNode series = root.putArray("series");
    result.series().forEach(one -> add(series.addObject(), one));
    if (!result.recipes().isEmpty()) {
      RowJson.add(root.putArray("recipes"), result.recipes());
    }
    return root;
  }

  public static void add(ObjectNode node, FittedSeries series) {
    ScalingFitRow fit = series.fit();
    node.put("series", fit.series())
        .put("method", fit.method())
        .put("r0_mode", fit.r0Mode())
        .put("status", fit.status())
        .put("reason", fit.reason())
        .put("warnings", fit.warnings())
        .put("r0", fit.r0())
        .put("asymptote", fit.asymptote())
        .put("asymptote_low", fit.asymptoteLow())
        .put("asymptote_high", fit.asymptoteHigh())
        .put("exponent", fit.exponent())
        .put("midpoint", fit.midpoint())
        .put("points", fit.points())
        .put("dropped", fit.dropped())
        .put("skipped", fit.skipped())
        .put("merged", fit.merged())
        .put("max_compute", fit.maxCompute())
        .put("sse", fit.sse())
        .put("rmse", fit.rmse())
        .put("reach", fit.reach());
    node.putObject("half")
        .put("status", fit.halfStatus())
        .put("points", fit.halfPoints())
        .put("checked", fit.halfChecked())
        .put("bias", fit.halfBias())
        .put("mean_absolute", fit.halfMeanAbsolute())
        .put("largest", fit.halfLargest())
        .put("passed", fit.halfPassed());
    add(node, series.alternatives());
    RowJson.add(node.putArray("forecasts"), ScalingSection.FORECASTS, series.forecasts());
  }

  /** Only what was asked and exists. */
  private static void add(ObjectNode node, AlternativeFits alternatives) {
    if (alternatives.bootstrap() != null) {
      node.set("bootstrap", RowJson.of(alternatives.bootstrap()));
    }
    if (alternatives.forms() != null) {
      node.set("forms", RowJson.of(alternatives.forms()));
    }
    if (alternatives.held() != null) {
      node.set("held", RowJson.of(alternatives.held()));
    }
    if (alternatives.notHeld() != null) {
      node.put("not_held", alternatives.notHeld());
    }
  }
}
