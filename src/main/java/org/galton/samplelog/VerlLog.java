package org.galton.samplelog;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.galton.task.Prompt;
import org.galton.task.PromptId;

/**
 * {@code STEP.jsonl} as verl at commit 00401103 writes it to {@code trainer.rollout_data_dir} and
 * {@code trainer.validation_data_dir}: a line for each rollout, with what the reward function tells
 * beside the score. Rollouts of one prompt are numbered in the file's order. Every step is a model
 * of its own.
 *
 * <p>The verdict is the key that the command line names, else {@code acc}, else {@code score}; the
 * answer is {@code pred}, of which {@code null} and {@code [INVALID]} are none, else the whole
 * output.
 */
public final class VerlLog implements SampleLog {
  public static final String VERSION = "verl at commit 00401103";

  private static final String SHAPE =
      "a rollout of verl: {\"input\": …, \"output\": …, \"gts\": …, \"score\": …, \"step\": …}";

  private final Options options;

  /**
   * What the log does not tell.
   *
   * @param verdict the key that holds 0 or 1
   */
  public record Options(String model, String task, Optional<String> verdict) {}

  public VerlLog(Options options) {
    this.options = options;
  }

  @Override
  public String tool() {
    return "verl";
  }

  @Override
  public void read(LogSource source, Consumer<LoggedRollout> sink) throws IOException {
    Map<String, Integer> drawn = new HashMap<>();
    LogLine.each(
        source,
        SHAPE,
        line -> {
          int step = line.count("/step", SHAPE);
          Prompt prompt = prompt(line);
          int index = drawn.merge(step + " " + prompt.id(), 1, Integer::sum) - 1;
          sink.accept(rollout(line, step, prompt, index));
        });
  }

  private LoggedRollout rollout(LogLine line, int step, Prompt prompt, int index) {
    String key = verdict(line);
    String output = line.text("/output", SHAPE);
    LogCell cell =
        new LogCell(
            tool(), options.model() + "@" + step, options.task(), new TreeMap<>(), "verl/" + key);
    return new LoggedRollout(
        line.place(),
        cell,
        prompt,
        index,
        LoggedOutcome.complete(output),
        Optional.of(verdict(line, key, output)));
  }

  private Prompt prompt(LogLine line) {
    String text = line.text("/input", SHAPE);
    JsonNode truth = line.at("/gts");
    String reference =
        truth.isMissingNode() || truth.isNull()
            ? ""
            : truth.isValueNode() ? truth.asText() : truth.toString();
    String id = PromptId.of(options.task(), text, reference);
    return new Prompt(id, options.task(), id, text, reference, Map.of());
  }

  private String verdict(LogLine line) {
    return options.verdict().orElse(line.at("/acc").isMissingNode() ? "score" : "acc");
  }

  private static LoggedVerdict verdict(LogLine line, String key, String output) {
    boolean right = line.rightOrWrong("/" + key, "0 or 1; name another key with --verdict");
    JsonNode found = line.at("/pred");
    if (found.isMissingNode()) {
      return LoggedVerdict.of(right, output);
    }
    return LoggedVerdict.of(right, found.isNull() ? "" : NoAnswer.orEmpty(found.asText()));
  }
}
