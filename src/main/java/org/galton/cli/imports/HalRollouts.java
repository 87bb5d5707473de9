package org.galton.cli.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.galton.samplelog.HalRun;
import org.galton.spec.InvalidInput;

/**
 * Runs of HAL as a table of rollouts that the leaderboard reads.
 *
 * @param scaffold instead of the agents' names; null for these
 * @param model instead of what the runs say; null for that
 */
record HalRollouts(List<HalRun> runs, String scaffold, String model) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @throws InvalidInput when a run is given twice, or does not tell its model
   */
  HalRollouts {
    Set<String> seen = new HashSet<>();
    for (HalRun run : runs) {
      if (!seen.add(run.runId())) {
        throw new InvalidInput(
            "Cannot import %s: run '%s' is given twice, expected each run once"
                .formatted(run.place(), run.runId()));
      }
    }
  }

  String scaffoldOf(HalRun run) {
    return scaffold == null ? run.agent() : scaffold;
  }

  String modelOf(HalRun run) {
    if (model != null) {
      return model;
    }
    return run.model()
        .orElseGet(
            () -> {
              if (run.models().size() != 1) {
                throw new InvalidInput(
                    "Cannot import %s: no 'config.agent_args.model_name' and %s in total_usage, expected one of both; name the model with --model"
                        .formatted(
                            run.place(),
                            run.models().isEmpty()
                                ? "no model"
                                : "several models (" + String.join(", ", run.models()) + ")"));
              }
              return run.models().get(0);
            });
  }

  /** A line a task. What is not known has no key. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (HalRun run : runs) {
      run.right().forEach((task, right) -> lines.add(line(run, task, right).toString()));
    }
    return lines;
  }

  private ObjectNode line(HalRun run, String task, boolean right) {
    ObjectNode line =
        JSON.createObjectNode()
            .put("model", modelOf(run))
            .put("scaffold", scaffoldOf(run))
            .put("task", run.benchmark())
            .put("problem", task)
            .put("success", right ? 1 : 0)
            .put("status", "scored");
    run.effort().ifPresent(effort -> line.put("effort", effort));
    run.tokens()
        .map(tokens -> tokens.get(task))
        .ifPresent(
            tokens ->
                line.put("prompt_tokens", tokens.prompt())
                    .put("completion_tokens", tokens.completion()));
    if (run.seconds().containsKey(task)) {
      line.put("seconds", run.seconds().get(task));
    }
    if (run.dollars() != null && run.right().size() == 1) {
      line.put("dollars", run.dollars());
    }
    return line.put("date", run.date()).put("run_id", run.runId());
  }

  /**
   * Writes the file whole or not at all.
   *
   * @throws InvalidInput when it is there already, or is not named as a table is
   */
  void write(Path file) throws IOException {
    if (!file.toString().endsWith(".jsonl")) {
      throw new InvalidInput(
          "Cannot write %s: expected a name that ends with .jsonl, as the leaderboard reads it"
              .formatted(file));
    }
    if (Files.exists(file)) {
      throw new InvalidInput(
          "Cannot write %s: it is there already; name another file, or remove it".formatted(file));
    }
    List<String> lines = lines();
    Path whole = file.toAbsolutePath();
    Files.createDirectories(whole.getParent());
    Path hidden = Files.createTempFile(whole.getParent(), ".hal-", ".jsonl");
    try {
      Files.write(hidden, lines);
      Files.move(hidden, whole, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(hidden);
    }
  }
}
