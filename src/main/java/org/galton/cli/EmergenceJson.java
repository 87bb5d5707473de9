package org.galton.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.galton.job.emergence.EmergenceResult;
import org.galton.report.EmergenceClaims;

/**
 * What groups of agents show as one JSON document, named as in the tables; what is not, is null.
 */
final class EmergenceJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

  private EmergenceJson() {}

  static ObjectNode of(EmergenceResult result) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("trajectories", result.request().input())
        .put("groups", result.groups())
        .put("surrogates", result.request().settings().surrogates())
        .put("level", result.request().level())
        .put("seed", result.request().settings().seed());
    ObjectNode statuses = root.putObject("statuses");
    result.statuses().forEach(statuses::put);
    add(root.putArray("conditions"), result.conditions());
    add(root.putArray("effects"), result.effects());
    ArrayNode claims = root.putArray("claims");
    EmergenceClaims.of(result.conditions()).forEach(claims::add);
    result.roles().forEach(share -> claims.add(share.sentence()));
    return root;
  }

  private static void add(ArrayNode array, List<? extends Record> rows) {
    for (Record row : rows) {
      ObjectNode node = MAPPER.valueToTree(row);
      node.remove("run_id");
      array.add(node);
    }
  }
}
