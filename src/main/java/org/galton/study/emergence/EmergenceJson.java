package org.galton.study.emergence;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.galton.console.RowJson;
import org.galton.study.emergence.view.EmergenceClaims;

/**
 * What groups of agents show as one JSON document, named as in the tables; what is not, is null.
 */
public final class EmergenceJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private EmergenceJson() {}

  public static ObjectNode of(EmergenceResult result) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("trajectories", result.request().input())
        .put("groups", result.groups())
        .put("surrogates", result.request().settings().surrogates())
        .put("level", result.request().level())
        .put("seed", result.request().settings().seed());
    root.set("settings", MAPPER.valueToTree(result.request().asMap()));
    ObjectNode statuses = root.putObject("statuses");
    result.statuses().forEach(statuses::put);
    RowJson.add(root.putArray("figures"), result.figures());
    RowJson.add(root.putArray("conditions"), result.conditions());
    RowJson.add(root.putArray("effects"), result.effects());
    ArrayNode claims = root.putArray("claims");
    EmergenceClaims.of(result.conditions()).forEach(claims::add);
    result.roles().forEach(share -> claims.add(share.sentence()));
    return root;
  }

  /** How far claims hang on choices: an array of cells. */
  public static ArrayNode of(List<SensitivityCell> cells) {
    ArrayNode array = MAPPER.createArrayNode();
    for (SensitivityCell cell : cells) {
      ObjectNode node = array.addObject();
      node.put("bins", cell.bins())
          .put("estimator", cell.estimator().name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .put("change", cell.change().label().isEmpty() ? null : cell.change().label());
      node.setAll(RowJson.of(cell.row()));
    }
    return array;
  }
}
