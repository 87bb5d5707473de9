package org.galton.samplelog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.galton.table.store.Fingerprint;

/**
 * What Inspect's samples have in common.
 *
 * @param sampling generation settings and model arguments that are set, and {@code solver}: the
 *     plan's solvers by name, with a hash of their parameters where they have some
 */
record InspectHeader(String model, String task, SortedMap<String, String> sampling) {
  private static final int FORMAT = 2;
  private static final int PARAMETERS_BYTES = 4;

  /** These say how requests are sent, and what else is asked for. */
  private static final Set<String> TRANSPORT =
      Set.of(
          "max_retries",
          "timeout",
          "attempt_timeout",
          "max_connections",
          "adaptive_connections",
          "extra_headers",
          "num_choices",
          "logprobs",
          "top_logprobs",
          "cache_prompt",
          "cache",
          "batch");

  static InspectHeader of(LogLine line) {
    if (!Integer.valueOf(FORMAT).equals(line.countOrNull("/version"))) {
      throw line.refused(
          line.shown("/version"), "2; inspect log convert writes logs anew in its own version");
    }
    SortedMap<String, String> sampling =
        LogCell.settings(line.at("/eval/model_generate_config"), TRANSPORT);
    sampling.putAll(LogCell.settings(line.at("/eval/model_args"), TRANSPORT));
    sampling.putAll(LogCell.settings(line.at("/plan/config"), TRANSPORT));
    if (!line.at("/plan/steps").isEmpty()) {
      sampling.put("solver", solver(line.at("/plan/steps")));
    }
    return new InspectHeader(
        line.text("/eval/model", InspectReader.SHAPE),
        line.text("/eval/task", InspectReader.SHAPE),
        sampling);
  }

  private static String solver(JsonNode steps) {
    List<String> parameters = new ArrayList<>();
    steps.forEach(step -> parameters.add(step.path("params").toString()));
    String names =
        StreamSupport.stream(steps.spliterator(), false)
            .map(step -> step.path("solver").asText())
            .collect(Collectors.joining("+"));
    boolean plain = parameters.stream().allMatch(text -> text.isEmpty() || text.equals("{}"));
    return plain ? names : names + "#" + Fingerprint.of(parameters).hex(PARAMETERS_BYTES);
  }
}
