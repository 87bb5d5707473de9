package org.galton.task.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import org.galton.spec.text.GivenJson;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.galton.task.Verifier;

/**
 * Asks a {@link CommandJudge}'s program for one verdict after another. A program that failed is
 * started again for the next one. Every verdict repeats its question's id: a line too many would
 * otherwise shift all verdicts after it.
 */
final class CommandVerifier implements Verifier {
  /** Failures after which a program that gave no verdict yet counts as broken. */
  static final int FAILURES_AT_FIRST = 3;

  /** Failures after which one that did counts as broken, too. */
  static final int MOST_FAILURES = 100;

  /** A program loads its libraries before its first verdict. */
  private static final Duration START = Duration.ofSeconds(60);

  private static final int SHOWN = 200;
  private static final GivenJson JSON = GivenJson.standard();

  // Escapes let half a surrogate pair pass, and ask for no encoding that a program may not have.
  private static final ObjectWriter LINES =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build().writer();

  private final CommandJudge judge;
  private final Duration start;
  private JudgeProcess process;
  private boolean warm;
  private long asked;
  private long answered;
  private int failures;
  private JudgeFailure last;

  CommandVerifier(CommandJudge judge) {
    this(judge, START);
  }

  /**
   * @param start how much longer the first verdict of a started program may take
   */
  CommandVerifier(CommandJudge judge, Duration start) {
    this.judge = judge;
    this.start = start;
  }

  /**
   * @throws JudgeBroken when no further verdict is to be expected
   */
  @Override
  public Verdict verify(Prompt prompt, String completion) {
    JsonNode given;
    try {
      given = ask(prompt, completion);
    } catch (JudgeFailure failure) {
      end();
      failures++;
      last = failure;
      if (failures >= (answered == 0 ? FAILURES_AT_FIRST : MOST_FAILURES)) {
        throw broken(failure);
      }
      throw failure;
    } catch (InterruptedException e) {
      end();
      Thread.currentThread().interrupt();
      throw new JudgeBroken("Cannot judge: interrupted");
    }
    answered++;
    if (given.has("error")) {
      throw new JudgeFailure("the judge says: " + shown(given.path("error").asText()));
    }
    boolean right = given.path("correct").asBoolean();
    String answer = TextAnswer.narrow(given.path("answer").asText());
    return new Verdict(answer, right, false, right ? 1 : 0);
  }

  /** An object of the right form, with a verdict or an error. */
  private JsonNode ask(Prompt prompt, String completion) throws InterruptedException {
    if (process == null) {
      start();
    }
    long id = ++asked;
    Duration limit = warm ? judge.timeout() : judge.timeout().plus(start);
    String answer = process.ask(line(id, prompt, completion), limit);
    warm = true;
    JsonNode given = parsed(answer);
    if (!given.path("id").isIntegralNumber()
        || !given.path("id").canConvertToLong()
        || given.path("id").asLong() != id) {
      throw process.failure("wrote no verdict with the id %d but: %s".formatted(id, shown(answer)));
    }
    if (!given.path("error").isTextual() && !isVerdict(given)) {
      throw process.failure(
          "wrote no verdict {\"id\": %d, \"correct\": true or false, \"answer\": \"…\"}, the answer not empty where it is correct, but: %s"
              .formatted(id, shown(answer)));
    }
    return given;
  }

  private JsonNode parsed(String answer) throws InterruptedException {
    if (!answer.isBlank()) {
      try {
        return JSON.only(answer);
      } catch (IOException e) {
        // Told below, as a blank line is.
      }
    }
    throw process.failure("wrote no JSON but: " + shown(answer));
  }

  private static boolean isVerdict(JsonNode given) {
    JsonNode correct = given.path("correct");
    JsonNode answer = given.path("answer");
    return !given.has("error")
        && correct.isBoolean()
        && answer.isTextual()
        && !(correct.asBoolean() && answer.asText().isEmpty());
  }

  private void start() {
    try {
      process = JudgeProcess.start(judge.command(), judge.here());
      warm = false;
    } catch (IOException e) {
      throw new JudgeBroken(
          "Cannot start the judge %s: %s; install it on every machine that judges, or correct 'command', then run the same command again"
              .formatted(judge.command(), e.getMessage()));
    }
  }

  private static String line(long id, Prompt prompt, String completion) {
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    item.put("id", id);
    item.put("prompt", prompt.text());
    item.put("reference", prompt.reference());
    item.put("completion", completion);
    try {
      return LINES.writeValueAsString(item);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts and a number are always JSON", e);
    }
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  private JudgeBroken broken(JudgeFailure failure) {
    return new JudgeBroken(
        "Cannot judge with %s: %d times without a verdict, %d with one; the last time %s; correct the program, raise 'version' so that rollouts without a verdict are judged again, then run the same command again"
            .formatted(judge.command(), failures, answered, failure.getMessage()));
  }

  private void end() {
    if (process != null) {
      process.close();
      process = null;
    }
  }

  /**
   * @throws JudgeBroken when there was something to judge, and no verdict at all
   */
  @Override
  public void close() {
    end();
    if (failures > 0 && answered == 0) {
      throw broken(last);
    }
  }

  @Override
  public boolean readsTruncated() {
    return false;
  }
}
