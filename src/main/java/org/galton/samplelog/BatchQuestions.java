package org.galton.samplelog;

import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galton.spec.InvalidInput;
import org.galton.spec.text.GivenText;
import org.galton.task.Judge;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.Template;
import org.galton.task.jsonl.JsonlTask;
import org.galton.task.judge.ExactJudge;

/**
 * The questions that a batch asked, by {@code custom_id}: a question's id, or that, one of {@code
 * -_:#/}, and the number of the rollout.
 */
final class BatchQuestions {
  private static final Pattern NUMBERED = Pattern.compile("(.+)[-_:#/]([0-9]{1,5})");

  private final Map<String, Prompt> byId = new HashMap<>();

  /** A question and which of its rollouts is meant. */
  record Asked(Prompt prompt, int rollout) {}

  private BatchQuestions() {}

  /**
   * @param judges whose references they must have; without one any text is one
   * @throws InvalidInput naming every line that is wrong
   */
  static BatchQuestions read(LogSource source, String task, List<Judge> judges) throws IOException {
    BatchQuestions questions = new BatchQuestions();
    try (Reader lines = GivenText.lines(source.open(), source.path())) {
      JsonlTask read =
          JsonlTask.read(
              task,
              source.path(),
              lines,
              judges.isEmpty()
                  ? List.of(new ExactJudge(ExactJudge.LetterCase.DISTINGUISHED))
                  : judges,
              new Template("{question}"));
      for (Prompt prompt : read.prompts(Split.TEST, read.mostPrompts(), 0)) {
        questions.byId.put(prompt.attributes().get("id"), prompt);
      }
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(e.getMessage(), e);
    }
    return questions;
  }

  Optional<Asked> find(String customId) {
    Matcher numbered = NUMBERED.matcher(customId);
    if (byId.containsKey(customId)) {
      return Optional.of(new Asked(byId.get(customId), 0));
    }
    return numbered.matches() && byId.containsKey(numbered.group(1))
        ? Optional.of(new Asked(byId.get(numbered.group(1)), Integer.parseInt(numbered.group(2))))
        : Optional.empty();
  }
}
