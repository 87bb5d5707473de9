package org.galton.samplelog;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.galton.table.RolloutStatus;
import org.galton.task.Prompt;

/**
 * A {@code .json} or {@code .eval} log of Inspect AI in format 2, as written at commit 020dd018: a
 * sample is a rollout, its epoch the rollout's number plus one. The completion is the text of the
 * output's first choice, which is what scorers see. A sample that a limit ended, or whose output
 * was cut at the token limit, is truncated. One that failed without a score is a failed rollout,
 * and counts in no mean, as in Inspect.
 */
public final class InspectLog implements SampleLog {
  public static final String VERSION = "Inspect AI, log format 2 (commit 020dd018)";

  private static final Set<String> CUT = Set.of("max_tokens", "model_length", "length");

  private final Options options;

  /**
   * What the log leaves open.
   *
   * @param score whose verdicts count; needed where samples have several
   * @param rightFrom the least value that is right
   */
  public record Options(Optional<String> score, OptionalDouble rightFrom) {}

  public InspectLog(Options options) {
    this.options = options;
  }

  @Override
  public String tool() {
    return "inspect";
  }

  @Override
  public void read(LogSource source, Consumer<LoggedRollout> sink) throws IOException {
    Optional<InspectScore> score =
        score(source).map(name -> new InspectScore(name, options.rightFrom()));
    try (InspectReader log = InspectReader.open(source)) {
      InspectHeader header = InspectHeader.of(log.header());
      Samples samples = new Samples(header, score);
      for (var sample = log.next(); sample.isPresent(); sample = log.next()) {
        sink.accept(samples.rollout(sample.get()));
      }
    }
  }

  /** Known only from the samples, for those that failed have no scores. */
  private Optional<String> score(LogSource source) throws IOException {
    try (InspectReader log = InspectReader.open(source)) {
      InspectHeader.of(log.header());
      for (var sample = log.next(); sample.isPresent(); sample = log.next()) {
        Set<String> names = new TreeSet<>();
        sample.get().at("/scores").fieldNames().forEachRemaining(names::add);
        if (!names.isEmpty()) {
          return Optional.of(score(sample.get(), names));
        }
      }
    }
    return Optional.empty();
  }

  private String score(LogLine sample, Set<String> names) {
    if (options.score().isEmpty() && names.size() > 1) {
      throw sample.refused("scores " + names, "one score; name it with --score");
    }
    String name = options.score().orElseGet(() -> names.iterator().next());
    if (!names.contains(name)) {
      throw sample.refused("no score '" + name + "'", "one of " + names);
    }
    return name;
  }

  /** The samples of one log. */
  private final class Samples {
    private final LogCell cell;
    private final Optional<InspectScore> score;
    private final DocumentPrompts prompts;

    Samples(InspectHeader header, Optional<InspectScore> score) {
      this.cell =
          new LogCell(
              tool(),
              header.model(),
              header.task(),
              header.sampling(),
              score.map(InspectScore::scorer).orElse(""));
      this.score = score;
      this.prompts = new DocumentPrompts(header.task(), "sample_id");
    }

    LoggedRollout rollout(LogLine sample) {
      int epoch = sample.count("/epoch", InspectReader.SHAPE);
      if (epoch == 0) {
        throw sample.refused("'epoch' is 0", "1 or more");
      }
      String completion = completion(sample);
      Optional<LoggedVerdict> verdict = score.flatMap(s -> s.verdict(sample, completion));
      boolean failed = verdict.isEmpty() && sample.has("/error");
      return new LoggedRollout(
          sample.place(),
          cell,
          prompt(sample),
          epoch - 1,
          failed
              ? LoggedOutcome.failed(sample.at("/error").path("message").asText())
              : drawn(sample, completion),
          failed || score.isEmpty()
              ? Optional.empty()
              : verdict.or(
                  () -> Optional.of(LoggedVerdict.none("no score '" + score.get().name() + "'"))));
    }

    private Prompt prompt(LogLine sample) {
      if (!sample.has("/input") || !sample.has("/target")) {
        throw sample.refused("no 'input' or no 'target'", InspectReader.SHAPE);
      }
      JsonNode target = sample.at("/target");
      return prompts.prompt(
          sample.text("/id", InspectReader.SHAPE),
          ChatText.ofPrompt(sample.at("/input")) + choices(sample.at("/choices")),
          target.isTextual() ? target.asText() : target.toString());
    }
  }

  /** The answers to choose from, one a line, lettered as Inspect shows them to the model. */
  private static String choices(JsonNode choices) {
    List<String> lines = new ArrayList<>();
    choices.forEach(
        choice -> lines.add("\n" + (char) ('A' + lines.size()) + ") " + choice.asText()));
    return String.join("", lines);
  }

  private static String completion(LogLine sample) {
    if (!sample.has("/error") && !sample.at("/output").isObject()) {
      throw sample.refused(sample.shown("/output"), InspectReader.SHAPE);
    }
    return ChatText.ofContent(sample.at("/output/choices/0/message/content"));
  }

  private static LoggedOutcome drawn(LogLine sample, String completion) {
    boolean cut =
        sample.has("/limit") || CUT.contains(sample.at("/output/choices/0/stop_reason").asText());
    JsonNode seconds = sample.at("/total_time");
    return LoggedOutcome.drawn(
        cut ? RolloutStatus.TRUNCATED : RolloutStatus.COMPLETE,
        completion,
        sample.countOrNull("/output/usage/input_tokens"),
        sample.countOrNull("/output/usage/output_tokens"),
        seconds.isNumber() ? (Double) seconds.asDouble() : null);
  }
}
