package org.galton.model.endpoint;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.galton.model.Request;
import org.galton.model.Sampling;

/**
 * How a process asks a server, as it learns it: a key that the server refuses and that says only
 * that something is off is left out from then on. The server's words say which; where they do not,
 * a short question finds out whether the prompt is at fault, the keys that are off, or the server.
 */
final class Manners {
  private final Connection connection;
  private final Function<Supplier<Answer>, Answer> retrying;
  private final Map<Standing.Kind, Standing> standings = new ConcurrentHashMap<>();
  private volatile Dialect dialect;

  /** What is to be done about a refusal. */
  enum Remedy {
    ASK_AGAIN,
    FAIL_PROMPT
  }

  /**
   * @param retrying makes several attempts
   */
  Manners(Connection connection, Dialect declared, Function<Supplier<Answer>, Answer> retrying) {
    this.connection = connection;
    this.dialect = declared;
    this.retrying = retrying;
  }

  Dialect dialect() {
    return dialect.at(connection.facts().kind());
  }

  Standing standing(Request request, Sampling sampling) {
    return standings.computeIfAbsent(
        new Standing.Kind(Form.of(request.prompt()), sampling), kind -> new Standing());
  }

  /** From now on without these keys, if that is not known yet. */
  synchronized void learn(Dialect used, List<String> keys) {
    if (dialect().equals(used)) {
      dialect = used.without(keys);
    }
  }

  /**
   * Finds out what a refusal of one rollout is about.
   *
   * @param used in which words it was asked for
   * @throws org.galton.spec.InvalidInput when the server refuses whatever it is asked
   */
  synchronized Remedy about(Refused refusal, Dialect used, Request request, Sampling sampling) {
    if (!dialect().equals(used)) {
      return Remedy.ASK_AGAIN;
    }
    boolean tooLong = RefusalWords.isTooLong(refusal.words());
    if (!tooLong && isLearnt(refusal, used, request, sampling)) {
      return Remedy.ASK_AGAIN;
    }
    Standing standing = standing(request, sampling);
    boolean silent = standing.isSilentAfter(refusal.getMessage());
    if (standing.hasAnswered() || (tooLong && !silent)) {
      return Remedy.FAIL_PROMPT;
    }
    return switch (probe(used, request, sampling)) {
      case ANSWERED -> Remedy.FAIL_PROMPT;
      case REFUSED -> withoutWhatIsOff(refusal, used, request, sampling);
      case UNUSABLE, UNDECIDED -> throw refusedAll(refusal, request);
    };
  }

  private Remedy withoutWhatIsOff(
      Refused refusal, Dialect used, Request request, Sampling sampling) {
    for (List<String> keys : List.of(off(request, sampling), spare(request, sampling))) {
      Dialect less = used.without(keys);
      if (!less.equals(used) && probe(less, request, sampling) == Probe.ANSWERED) {
        dialect = less;
        return Remedy.ASK_AGAIN;
      }
    }
    throw refusedAll(refusal, request);
  }

  private RuntimeException refusedAll(Refused refusal, Request request) {
    return connection
        .verdict()
        .refusedAll(
            connection.at(Form.of(request.prompt())), refusal.getMessage(), refusal.status());
  }

  private boolean isLearnt(Refused refusal, Dialect used, Request request, Sampling sampling) {
    if (used.maxTokensKey().equals(Dialect.MAX_TOKENS)
        && RefusalWords.isNamed(refusal.words(), Dialect.MAX_COMPLETION_TOKENS)) {
      dialect = used.withMaxTokensKey(Dialect.MAX_COMPLETION_TOKENS);
      return true;
    }
    Dialect less = used.without(RefusalWords.named(refusal.words(), spare(request, sampling)));
    dialect = less;
    return !less.equals(used);
  }

  /** The keys that say only that something is off. */
  private List<String> off(Request request, Sampling sampling) {
    return keys(request, sampling).stream()
        .filter(key -> key.weight() == QuestionKey.Weight.OFF)
        .map(QuestionKey::name)
        .toList();
  }

  /** The keys without which the same distribution is drawn from. */
  private List<String> spare(Request request, Sampling sampling) {
    return keys(request, sampling).stream()
        .filter(key -> key.weight() != QuestionKey.Weight.ASKED)
        .map(QuestionKey::name)
        .toList();
  }

  private List<QuestionKey> keys(Request request, Sampling sampling) {
    return QuestionKey.of(
        sampling, 1, request.seed(), Form.of(request.prompt()), dialect().server());
  }

  /** Whether a server that has answered nothing yet does not answer a short prompt either. */
  synchronized boolean isUnusable(Request request, Sampling sampling) {
    if (standing(request, sampling).hasAnswered()) {
      return false;
    }
    return switch (probe(dialect(), request, sampling)) {
      case UNUSABLE, REFUSED -> true;
      case ANSWERED, UNDECIDED -> false;
    };
  }

  /** Asks the same with a short prompt. */
  private Probe probe(Dialect words, Request request, Sampling sampling) {
    try {
      retrying.apply(() -> connection.ask(Probe.shortened(request), 1, sampling, words));
      standing(request, sampling).answer();
      return Probe.ANSWERED;
    } catch (TooLarge e) {
      return Probe.ANSWERED;
    } catch (Refused e) {
      return Probe.REFUSED;
    } catch (PassingFault e) {
      return e.origin() == PassingFault.Origin.ANSWER ? Probe.UNUSABLE : Probe.UNDECIDED;
    }
  }
}
