package org.galton.samplelog;

import java.io.IOException;
import java.util.Optional;
import org.galton.spec.InvalidInput;

/** What a batch asked: its output file does not say. */
final class BatchPrompts {
  private final Optional<BatchQuestions> questions;
  private final Optional<BatchRequests> requests;

  private BatchPrompts(Optional<BatchQuestions> questions, Optional<BatchRequests> requests) {
    this.questions = questions;
    this.requests = requests;
  }

  static BatchPrompts read(LogSource log, OpenAiBatchLog.Options options) throws IOException {
    if (options.questions().isEmpty() && options.requests().isEmpty()) {
      throw new InvalidInput(
          "Cannot import %s: a batch's output does not hold its prompts, expected --questions or"
                  .formatted(log.path())
              + " --requests");
    }
    if (options.questions().isEmpty() && !options.judges().isEmpty()) {
      throw new InvalidInput(
          "Cannot import %s: --requests hold no references, expected --questions for --judge"
              .formatted(log.path()));
    }
    Optional<BatchQuestions> questions = Optional.empty();
    Optional<BatchRequests> requests = Optional.empty();
    if (options.questions().isPresent()) {
      LogSource file = log.other(options.questions().get());
      questions = Optional.of(BatchQuestions.read(file, options.task(), options.judges()));
    }
    if (options.requests().isPresent()) {
      LogSource file = log.other(options.requests().get());
      requests = Optional.of(BatchRequests.read(file, options.task()));
    }
    return new BatchPrompts(questions, requests);
  }

  BatchRequest of(LogLine line, String customId) {
    Optional<BatchRequest> sent = requests.flatMap(file -> file.find(customId));
    if (requests.isPresent() && sent.isEmpty()) {
      throw line.refused("'custom_id' is \"" + customId + "\"", "one of the --requests");
    }
    if (questions.isEmpty()) {
      return sent.orElseThrow();
    }
    return questions
        .get()
        .find(customId)
        .map(asked -> BatchRequests.as(asked.prompt(), asked.rollout(), sent))
        .orElseThrow(
            () ->
                line.refused(
                    "'custom_id' is \"" + customId + "\"",
                    "an id of the --questions, or one with the rollout's number, as in q1-0"));
  }
}
