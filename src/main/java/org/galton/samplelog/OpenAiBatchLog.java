package org.galton.samplelog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.galton.model.Completion;
import org.galton.model.endpoint.Choice;
import org.galton.model.endpoint.PassingFault;
import org.galton.table.RolloutStatus;
import org.galton.task.Judge;

/**
 * The output or error file of OpenAI's Batch API for {@code /v1/chat/completions} and {@code
 * /v1/completions}, and what other servers write alike: a line for each request, a rollout for each
 * of its choices.
 *
 * <p>A choice that ended for {@code length} is truncated. One that a content filter ended counts as
 * it stands; a refusal is the completion. A choice is read as an endpoint's is ({@link Choice}):
 * one that the endpoint would ask for again is a failed rollout. A request that failed is a failed
 * rollout for each choice that it asked for, as far as the request is known. Nothing is judged.
 */
public final class OpenAiBatchLog implements SampleLog {
  public static final String VERSION = "OpenAI's Batch API, chat and text completions, 2026";

  private static final String SHAPE =
      "a line of a batch's output: {\"custom_id\": …, \"response\": {\"status_code\": …, \"body\":"
          + " {\"model\": …, \"choices\": […]}}, \"error\": …}";
  private static final int OK = 200;

  private final Options options;

  /**
   * What the log does not tell.
   *
   * @param model where it is not to be the responses' own
   * @param questions a file in the format of a {@code jsonl} task
   * @param requests the batch's input file
   * @param judges that are to use the questions' references
   */
  public record Options(
      Optional<String> model,
      String task,
      Optional<String> questions,
      Optional<String> requests,
      List<Judge> judges) {
    public Options {
      judges = List.copyOf(judges);
    }
  }

  public OpenAiBatchLog(Options options) {
    this.options = options;
  }

  @Override
  public String tool() {
    return "openai-batch";
  }

  @Override
  public void read(LogSource source, Consumer<LoggedRollout> sink) throws IOException {
    BatchPrompts prompts = BatchPrompts.read(source, options);
    FirstModel first = new FirstModel();
    if (options.model().isEmpty()) {
      LogLine.each(source, SHAPE, first::line);
    }
    Optional<String> model = options.model().or(() -> first.found);
    LogLine.each(source, SHAPE, line -> new Line(line, prompts, model).read(sink));
  }

  /** A request that failed names no model: it is looked for before anything is handed on. */
  private static final class FirstModel {
    private Optional<String> found = Optional.empty();

    void line(LogLine line) {
      JsonNode model = line.at("/response/body/model");
      if (found.isEmpty() && model.isTextual()) {
        found = Optional.of(model.asText());
      }
    }
  }

  /** A line of the log. */
  private final class Line {
    private final LogLine line;
    private final String customId;
    private final BatchRequest request;
    private final LogCell cell;

    Line(LogLine line, BatchPrompts prompts, Optional<String> model) {
      this.line = line;
      this.customId = line.text("/custom_id", SHAPE);
      this.request = prompts.of(line, customId);
      String name =
          model.orElseThrow(
              () -> line.refused("no response names the model", "a name after --model"));
      this.cell = new LogCell(tool(), name, options.task(), request.sampling(), "");
    }

    void read(Consumer<LoggedRollout> sink) {
      Optional<String> failure = failure();
      if (failure.isPresent()) {
        for (int i = 0; i < request.choices(); i++) {
          sink.accept(rollout(i, LoggedOutcome.failed(failure.get())));
        }
        return;
      }
      checkModel();
      JsonNode choices = line.at("/response/body/choices");
      if (choices.isEmpty()) {
        throw line.refused(line.shown("/response/body/choices"), SHAPE);
      }
      if (choices.size() > 1 && request.firstRollout() > 0 && options.questions().isPresent()) {
        throw line.refused(
            "custom_id '%s' has %d choices".formatted(customId, choices.size()),
            "one, where custom_id has the rollout's number");
      }
      for (JsonNode choice : choices) {
        int index = choice.path("index").asInt();
        sink.accept(drawn(index, choice, choices.size()));
      }
    }

    private Optional<String> failure() {
      if (line.has("/error")) {
        String code = line.at("/error").path("code").asText();
        return Optional.of(code + ": " + line.at("/error").path("message").asText());
      }
      int status = line.count("/response/status_code", SHAPE);
      return status == OK
          ? Optional.empty()
          : Optional.of(
              "HTTP %d: %s".formatted(status, line.at("/response/body/error/message").asText()));
    }

    private void checkModel() {
      String answered = line.text("/response/body/model", SHAPE);
      if (options.model().isEmpty() && !answered.equals(cell.model())) {
        throw line.refused(
            "'response.body.model' is \"" + answered + "\"",
            "%s as in the lines before; --model NAME takes them for one".formatted(cell.model()));
      }
    }

    /** Read as an endpoint's answer is; what would be asked for again there has failed here. */
    private LoggedRollout drawn(int index, JsonNode json, int choices) {
      Choice choice;
      try {
        // The usage is that of all choices together.
        JsonNode usage = choices == 1 ? line.at("/response/body/usage") : MissingNode.getInstance();
        choice = Choice.read(json, usage, maxTokens());
      } catch (PassingFault e) {
        String reason = "the server " + e.getMessage();
        return rollout(index, LoggedOutcome.failed(reason));
      }
      boolean cut = choice.finish() == Completion.Finish.LENGTH;
      return rollout(
          index,
          LoggedOutcome.drawn(
              cut ? RolloutStatus.TRUNCATED : RolloutStatus.COMPLETE,
              choice.text(),
              line.countOrNull("/response/body/usage/prompt_tokens"),
              choice.tokens() == Completion.UNKNOWN ? null : (Integer) choice.tokens(),
              null));
    }

    private OptionalInt maxTokens() {
      return Stream.of("max_completion_tokens", "max_tokens")
          .map(key -> request.sampling().get(key))
          .filter(text -> text != null && text.matches("[0-9]{1,9}"))
          .mapToInt(Integer::parseInt)
          .findFirst();
    }

    private LoggedRollout rollout(int index, LoggedOutcome outcome) {
      int number = request.firstRollout() + index;
      return new LoggedRollout(
          line.place(), cell, request.prompt(), number, outcome, Optional.empty());
    }
  }
}
