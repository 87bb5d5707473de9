package org.galton.model.endpoint;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ThreadLocalRandom;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.spec.InvalidInput;

/** Asks a server until every rollout has its completion or its reason why there is none. */
final class Asking {
  private static final List<String> FIGURES = List.of("logprobs", "top_logprobs");

  private final EndpointSource source;
  private final Connection connection;
  private final FailsafeExecutor<Answer> retrying;
  private final Manners manners;

  Asking(EndpointSource source, Connection connection, Backoff backoff) {
    this.source = source;
    this.connection = connection;
    RetryPolicy<Answer> policy =
        RetryPolicy.<Answer>builder()
            .handle(PassingFault.class, ServerUnreachable.class)
            .withMaxAttempts(source.attempts())
            .withDelayFn(
                context ->
                    backoff.delay(
                        context.getAttemptCount(),
                        context.getLastException() instanceof PassingFault fault
                            ? fault.pause()
                            : Optional.empty(),
                        ThreadLocalRandom.current().nextDouble()))
            .build();
    this.retrying = Failsafe.with(policy);
    this.manners = new Manners(connection, Dialect.of(source), asked -> retrying.get(asked::get));
  }

  /**
   * One outcome for each request. A server that draws fewer than it was asked for is asked for the
   * rest, with the seed of the first that is still missing, so that it does not draw the same
   * again.
   *
   * @param requests all of the same prompt
   * @throws ServerUnreachable when there is no server after the last attempt, or none that answers
   * @throws InvalidInput when only the user can put it right
   */
  List<Outcome> ask(List<Request> requests, Sampling sampling) {
    return new Prompt(requests, sampling).ask();
  }

  /** The rollouts of one prompt. */
  private final class Prompt {
    private final Sampling sampling;
    private final Queue<Request> missing;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Standing standing;

    /** Rollouts that may be asked for in one request. */
    private int most;

    /** In which words several were refused; null where they were not. */
    private Dialect refusedSeveral;

    Prompt(List<Request> requests, Sampling sampling) {
      this.sampling = sampling;
      this.missing = new ArrayDeque<>(requests);
      this.standing = manners.standing(requests.get(0), sampling);
      this.most = requests.size();
    }

    List<Outcome> ask() {
      while (!missing.isEmpty()) {
        Dialect dialect = manners.dialect();
        int choices = dialect.omits(Dialect.SEVERAL) ? 1 : Math.min(most, missing.size());
        try {
          take(attempts(choices, dialect), dialect);
        } catch (TooLarge e) {
          tooLarge(choices, dialect);
        } catch (SingleOnly e) {
          single(dialect);
        } catch (Refused e) {
          refused(e, choices, dialect);
        } catch (PassingFault e) {
          failed(e);
        }
      }
      return outcomes;
    }

    private Answer attempts(int choices, Dialect dialect) {
      return retrying.get(() -> connection.ask(missing.element(), choices, sampling, dialect));
    }

    /** It would be as large again: it is asked for alone, and without the figures of its tokens. */
    private void tooLarge(int choices, Dialect dialect) {
      if (choices > 1) {
        most = 1;
        return;
      }
      Dialect text = dialect.without(FIGURES);
      try {
        Request first = missing.element();
        take(retrying.get(() -> connection.text(first, sampling, text)), text);
      } catch (PassingFault e) {
        failed(e);
      }
    }

    private void take(Answer answer, Dialect dialect) {
      standing.answer();
      if (dialect.equals(refusedSeveral)) {
        manners.learn(dialect, List.of(Dialect.SEVERAL));
      }
      for (Choice choice : answer.choices()) {
        outcomes.add(completion(missing.remove(), choice, answer));
      }
    }

    private void single(Dialect dialect) {
      refusedSeveral = dialect;
      most = 1;
    }

    private void refused(Refused refusal, int choices, Dialect dialect) {
      if (choices > 1) {
        single(dialect);
        return;
      }
      switch (manners.about(refusal, dialect, missing.element(), sampling)) {
        case ASK_AGAIN -> {}
        case FAIL_PROMPT -> fail("the server " + refusal.getMessage());
      }
    }

    private void failed(PassingFault fault) {
      boolean silent = standing.isSilentAfter(fault.getMessage());
      if (!standing.hasAnswered() && fault.origin() == PassingFault.Origin.ANSWER) {
        if (manners.isUnusable(missing.element(), sampling)) {
          throw new InvalidInput(
              "Cannot ask model %s at %s: the server %s, whatever it is asked; name the address where"
                      .formatted(source.name(), address(), fault.getMessage())
                  + " OpenAI's API begins, mostly …/v1");
        }
      } else if (silent) {
        throw new ServerUnreachable(
            ("Cannot draw with model %s at %s: it has answered no request; %s, after %,d attempts"
                    + " each; look at the server, then run the same command again")
                .formatted(source.name(), address(), standing.commonest(), source.attempts()));
      }
      fail(
          "no completion in %,d attempts; in the last the server %s"
              .formatted(source.attempts(), fault.getMessage()));
    }

    private void fail(String reason) {
      missing.forEach(request -> outcomes.add(new GenerationFailure(request, reason)));
      missing.clear();
    }

    private URI address() {
      return connection.at(Form.of(missing.element().prompt()));
    }
  }

  private static Completion completion(Request request, Choice choice, Answer answer) {
    return new Completion(
        request,
        choice.text(),
        choice.finish(),
        answer.promptTokens(),
        choice.tokens(),
        choice.logprobSum(),
        Double.NaN,
        answer.seconds());
  }
}
