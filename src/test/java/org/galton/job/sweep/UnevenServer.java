package org.galton.job.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.galton.model.Uniforms;
import org.galton.model.endpoint.MisbehavingServer;
import org.galton.model.endpoint.ServerFault;
import org.galton.model.endpoint.ServerHabit;

/**
 * A server of a model that thinks, refuses, is filtered, right and wrong, each rollout as its seed
 * says. It says so in full, or so that most of what can be lacking lacks; the texts are the same.
 */
final class UnevenServer {
  static final int MAX_TOKENS = 20;

  private static final List<ServerFault> PASSING =
      List.of(
          ServerFault.CUT_OFF,
          ServerFault.DROPPED,
          ServerFault.TOO_MANY,
          ServerFault.BUSY,
          ServerFault.BROKEN,
          ServerFault.NO_JSON,
          ServerFault.HUGE,
          ServerFault.OTHER_TYPE,
          ServerFault.NO_CHOICES,
          ServerFault.ABORTED);

  private UnevenServer() {}

  /** What becomes of a rollout. */
  private enum Fate {
    CUT,
    REFUSED,
    FILTERED,
    RIGHT,
    WRONG;

    static Fate of(long seed) {
      double u = Uniforms.at(seed, 77);
      return u < 0.2 ? CUT : u < 0.25 ? REFUSED : u < 0.3 ? FILTERED : u < 0.7 ? RIGHT : WRONG;
    }
  }

  /** Refuses one prompt in words that are known, and says all else as OpenAI does. */
  static MisbehavingServer undisturbed() {
    ServerHabit tooLong =
        ServerHabit.refusing("1+3="::equals, 400, "maximum context length is 4 tokens");
    return new MisbehavingServer(
        MisbehavingServer.Script.FLAWLESS, (p, s, n) -> "", tooLong.or(UnevenServer::inFull));
  }

  /** One request in ten goes wrong besides. */
  static MisbehavingServer disturbed() {
    ServerHabit strict =
        ServerHabit.strict(
            Set.of("top_k", "min_p", "repetition_penalty", "max_tokens"),
            "Unsupported parameter: '%s'; use max_completion_tokens for max_tokens instead");
    ServerHabit tooLong = ServerHabit.refusing("1+3="::equals, 400, "Das ist mir zu viel");
    return new MisbehavingServer(
        (seed, attempt) ->
            Uniforms.at(seed, attempt) < 0.1
                ? Optional.of(PASSING.get((int) (seed % PASSING.size())))
                : Optional.empty(),
        (p, s, n) -> "",
        tooLong.or(strict).or(UnevenServer::lacking));
  }

  private static Optional<ServerHabit.Reply> inFull(
      ObjectNode question, Supplier<ObjectNode> answer) {
    ObjectNode whole = answer.get();
    say(question, whole);
    return Optional.of(new ServerHabit.Reply(200, whole.toString()));
  }

  private static void say(ObjectNode question, ObjectNode whole) {
    ObjectNode choice = (ObjectNode) whole.path("choices").path(0);
    ObjectNode message = (ObjectNode) choice.path("message");
    int sum = Integer.parseInt(ServerHabit.prompt(question).split("\\+", -1)[0]) + 3;
    switch (Fate.of(question.path("seed").asLong())) {
      case CUT -> {
        message.put("content", "");
        choice.put("finish_reason", "length");
        ((ObjectNode) whole.path("usage")).put("completion_tokens", MAX_TOKENS);
      }
      case REFUSED -> message.put("content", "I cannot help with that");
      case FILTERED -> message.put("content", "");
      case RIGHT -> message.put("content", "so " + sum);
      case WRONG -> message.put("content", "so " + (sum + 1));
    }
  }

  private static Optional<ServerHabit.Reply> lacking(
      ObjectNode question, Supplier<ObjectNode> answer) {
    ObjectNode whole = answer.get();
    say(question, whole);
    long seed = question.path("seed").asLong();
    ObjectNode choice = (ObjectNode) whole.path("choices").path(0);
    ObjectNode message = (ObjectNode) choice.path("message");
    switch (Fate.of(seed)) {
      case CUT -> {
        message.remove("content");
        message.put(seed % 2 == 0 ? "reasoning_content" : "reasoning", "Let me see");
        if (seed % 3 == 0) {
          message.putNull("content");
        }
      }
      case REFUSED -> message.putNull("content").put("refusal", "I cannot help with that");
      case FILTERED -> {
        message.remove("content");
        choice.put("finish_reason", "content_filter");
      }
      case RIGHT, WRONG -> {}
    }
    String text = forget(whole, choice, (int) (seed % 5));
    return Optional.of(new ServerHabit.Reply(200, text));
  }

  private static String forget(ObjectNode whole, ObjectNode choice, int what) {
    switch (what) {
      case 0 -> choice.putNull("logprobs");
      case 1 ->
          choice.withObject("/logprobs").withArray("content").addObject().put("logprob", "INF");
      case 2 -> choice.remove("finish_reason");
      case 3 -> whole.remove("usage");
      default -> choice.remove("index");
    }
    return whole.toString().replace("\"INF\"", "-Infinity");
  }
}
