package org.galton.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.galton.console.RowJson;
import org.galton.reinforce.Phase;
import org.galton.reinforce.ReinforceResult;
import org.galton.reinforce.page.RecordedTraining;
import org.galton.reinforce.page.TrainingAlarms;

/** A training as one JSON document: what this run did, and the rows of all of its steps. */
final class ReinforceJson {
  private ReinforceJson() {}

  static ObjectNode of(ReinforceResult result, RecordedTraining training) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("training", training.name())
        .put("last_checkpoint", result.last().toString())
        .put("steps_taken", result.steps())
        .put("seconds", result.total().seconds())
        .put("cpu_seconds", result.total().cpuSeconds());
    ObjectNode phases = root.putObject("seconds_by_phase");
    double rest = result.total().seconds();
    for (Phase phase : Phase.values()) {
      double seconds = phase == Phase.ALL_ELSE ? rest : result.spent().get(phase).seconds();
      rest -= seconds;
      phases.put(phase.name().toLowerCase(Locale.ROOT), seconds);
    }
    TrainingAlarms.of(training.steps()).sentences().forEach(root.putArray("warnings")::add);
    RowJson.add(root.putArray("training_steps"), training.steps());
    RowJson.add(root.putArray("training_evaluations"), training.evaluations());
    return root;
  }
}
