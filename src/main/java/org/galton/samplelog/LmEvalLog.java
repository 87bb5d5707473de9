package org.galton.samplelog;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galton.spec.InvalidInput;
import org.galton.task.Prompt;

/**
 * {@code samples_TASK_TIME.jsonl} as lm-evaluation-harness 0.4.13 writes it with {@code
 * --log_samples}: one line per document and filter, generation tasks only. A line's metric is the
 * verdict of its filter, so filter and metric name the scorer.
 *
 * <p>With {@code repeats} above 1 a line holds all responses but one metric. {@code take_first}
 * judges the first one: the others are rollouts without a verdict. A filter whose name begins with
 * {@code maj}, as the harness' own tasks call votes, or one that keeps several responses judges
 * none of them by itself.
 */
public final class LmEvalLog implements SampleLog {
  public static final String VERSION = "lm-evaluation-harness 0.4.13";

  private static final String SHAPE =
      "a sample of lm-evaluation-harness: {\"doc_id\": …, \"target\": …, \"arguments\": …,"
          + " \"resps\": …, \"filtered_resps\": …, \"filter\": …, \"metrics\": […]}";
  private static final String GENERATION =
      "a generation task's {\"gen_args_0\": {\"arg_0\": PROMPT, \"arg_1\": {settings}}}";
  private static final Pattern FILE =
      Pattern.compile("samples_(.+)_\\d{4}-\\d{2}-\\d{2}T[^_/]*\\.jsonl");
  private static final String ARGUMENTS = "/arguments/gen_args_0";

  private final Options options;

  /** What the command line says; what it leaves out is taken from the log and its path. */
  public record Options(
      Optional<String> model,
      Optional<String> task,
      Optional<String> filter,
      Optional<String> metric) {}

  public LmEvalLog(Options options) {
    this.options = options;
  }

  @Override
  public String tool() {
    return "lm-eval";
  }

  @Override
  public void read(LogSource source, Consumer<LoggedRollout> sink) throws IOException {
    Reading reading = new Reading(model(source.path()), task(source.path()), sink);
    LogLine.each(source, SHAPE, reading::line);
    if (reading.filters.size() > 0 && !reading.isAnyTaken()) {
      throw new InvalidInput(
          "Cannot import %s: no line has filter '%s', expected one of %s"
              .formatted(source.path(), options.filter().orElseThrow(), reading.filters));
    }
  }

  /** The harness writes into a folder that it names after the model, with __ for what paths bar. */
  private String model(String path) {
    String[] parts = path.split("/", -1);
    if (options.model().isEmpty() && parts.length < 2) {
      throw new InvalidInput(
          "Cannot import " + path + ": no folder names the model; name it with --model");
    }
    return options.model().orElseGet(() -> parts[parts.length - 2].replace("__", "/"));
  }

  private String task(String path) {
    Matcher file = FILE.matcher(path.substring(path.lastIndexOf('/') + 1));
    if (options.task().isEmpty() && !file.matches()) {
      throw new InvalidInput(
          "Cannot import %s: its name is not samples_TASK_TIME.jsonl; name the task with --task"
              .formatted(path));
    }
    return options.task().orElseGet(() -> file.group(1));
  }

  /** One pass over a log. */
  private final class Reading {
    private final String model;
    private final String task;
    private final DocumentPrompts prompts;
    private final Consumer<LoggedRollout> sink;
    private final TreeSet<String> filters = new TreeSet<>();

    Reading(String model, String task, Consumer<LoggedRollout> sink) {
      this.model = model;
      this.task = task;
      this.prompts = new DocumentPrompts(task, "doc_id");
      this.sink = sink;
    }

    boolean isAnyTaken() {
      return options.filter().isEmpty() || filters.contains(options.filter().get());
    }

    void line(LogLine line) {
      String filter = line.text("/filter", SHAPE);
      filters.add(filter);
      if (options.filter().isEmpty() && filters.size() > 1) {
        throw line.refused("a second filter, of " + filters, "one filter; name it with --filter");
      }
      if (filter.equals(options.filter().orElse(filter))) {
        rollouts(line, filter);
      }
    }

    private void rollouts(LogLine line, String filter) {
      String metric = metric(line);
      LogCell cell =
          new LogCell(tool(), model, task, sampling(line), "lm-eval/" + filter + "/" + metric);
      Prompt prompt = prompt(line);
      List<String> responses = responses(line);
      List<LoggedVerdict> verdicts = verdicts(line, filter, metric, responses.size());
      for (int i = 0; i < responses.size(); i++) {
        sink.accept(
            new LoggedRollout(
                line.place(),
                cell,
                prompt,
                i,
                LoggedOutcome.complete(responses.get(i)),
                Optional.of(verdicts.get(i))));
      }
    }

    private Prompt prompt(LogLine line) {
      JsonNode context = line.at(ARGUMENTS + "/arg_0");
      String text = context.isTextual() ? context.asText() : context.toString();
      return prompts.prompt(line.text("/doc_id", SHAPE), text, line.text("/target", SHAPE));
    }
  }

  private String metric(LogLine line) {
    List<String> metrics = new ArrayList<>();
    line.at("/metrics").forEach(name -> metrics.add(name.asText()));
    if (options.metric().isPresent()) {
      return options.metric().get();
    }
    if (metrics.size() != 1) {
      throw line.refused("metrics " + metrics, "one metric; name it with --metric");
    }
    return metrics.get(0);
  }

  private static SortedMap<String, String> sampling(LogLine line) {
    JsonNode settings = line.at(ARGUMENTS + "/arg_1");
    if (!settings.isObject()
        || line.at(ARGUMENTS + "/arg_0").isMissingNode()
        || line.at("/arguments").size() != 1) {
      throw line.refused(line.shown("/arguments"), GENERATION);
    }
    return LogCell.settings(settings, Set.of());
  }

  private static List<String> responses(LogLine line) {
    JsonNode requests = line.at("/resps");
    List<String> responses = new ArrayList<>();
    requests.path(0).forEach(response -> responses.add(response.asText()));
    boolean texts = true;
    for (JsonNode response : requests.path(0)) {
      texts &= response.isTextual();
    }
    if (requests.size() != 1 || responses.isEmpty() || !texts) {
      throw line.refused(line.shown("/resps"), "one list of texts in a list, [[\"…\"]]");
    }
    return responses;
  }

  private static List<LoggedVerdict> verdicts(
      LogLine line, String filter, String metric, int responses) {
    JsonNode filtered = line.at("/filtered_resps");
    if (filtered.size() != 1) {
      throw line.refused(line.shown("/filtered_resps"), "a list of what the filter left, [\"…\"]");
    }
    List<LoggedVerdict> verdicts = new ArrayList<>();
    if (responses > 1 && (!filtered.get(0).isTextual() || filter.startsWith("maj"))) {
      String reason =
          "filter '%s' has one verdict on all %d responses".formatted(filter, responses);
      for (int i = 0; i < responses; i++) {
        verdicts.add(LoggedVerdict.none(reason));
      }
      return verdicts;
    }
    verdicts.add(verdict(line, metric, filtered.get(0)));
    for (int i = 1; i < responses; i++) {
      verdicts.add(LoggedVerdict.none("filter '" + filter + "' judged the first response only"));
    }
    return verdicts;
  }

  private static LoggedVerdict verdict(LogLine line, String metric, JsonNode filtered) {
    String pointer = "/" + metric.replace("~", "~0").replace("/", "~1");
    boolean right =
        line.rightOrWrong(pointer, "0 or 1; name a metric of right and wrong with --metric");
    String answer = filtered.isTextual() ? filtered.asText() : filtered.path(0).asText();
    return LoggedVerdict.of(right, NoAnswer.orEmpty(answer));
  }
}
