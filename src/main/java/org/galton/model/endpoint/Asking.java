package org.galton.model.endpoint;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
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

/** Asks a server until every rollout has its completion or its reason why there is none. */
final class Asking {
  private final Connection connection;
  private final int attempts;
  private final FailsafeExecutor<Answer> retrying;

  Asking(Connection connection, int attempts, Backoff backoff) {
    this.connection = connection;
    this.attempts = attempts;
    RetryPolicy<Answer> policy =
        RetryPolicy.<Answer>builder()
            .handle(PassingFault.class, ServerUnreachable.class)
            .withMaxAttempts(attempts)
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
  }

  /**
   * One outcome for each request. A server that draws fewer than it was asked for is asked for the
   * rest, with the seed of the first that is still missing, so that it does not draw the same
   * again.
   *
   * @param requests all of the same prompt
   * @throws ServerUnreachable when there is no server after the last attempt
   * @throws org.galton.spec.InvalidInput when only the user can put it right
   */
  List<Outcome> ask(List<Request> requests, Sampling sampling) {
    List<Outcome> outcomes = new ArrayList<>(requests.size());
    Queue<Request> missing = new ArrayDeque<>(requests);
    int most = requests.size();
    while (!missing.isEmpty()) {
      try {
        int choices = Math.min(most, missing.size());
        Answer answer = retrying.get(() -> connection.ask(missing.element(), choices, sampling));
        for (Choice choice : answer.choices()) {
          outcomes.add(completion(missing.remove(), choice, answer));
        }
      } catch (SingleOnly e) {
        most = 1;
      } catch (PassingFault e) {
        String reason =
            "no completion in %,d attempts; in the last the server %s"
                .formatted(attempts, e.getMessage());
        missing.forEach(request -> outcomes.add(new GenerationFailure(request, reason)));
        missing.clear();
      } catch (PromptRefused e) {
        missing.forEach(request -> outcomes.add(new GenerationFailure(request, e.getMessage())));
        missing.clear();
      }
    }
    return outcomes;
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
