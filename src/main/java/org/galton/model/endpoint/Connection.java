package org.galton.model.endpoint;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.spec.InvalidInput;

/** Asks a server once and judges what comes back. Any number of threads at a time. */
final class Connection {
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
  private static final long LEAST_LIMIT = 1 << 20;
  // A token comes with its text, its bytes and its log-probability, all as JSON.
  private static final long BYTES_PER_TOKEN = 1024;

  private final EndpointSource source;
  private final ApiKey key;
  private final HttpClient http;
  private final StatusMeaning verdict;

  /** Which server it is; asked for by the first question of the process. */
  private Optional<ServerFacts> facts = Optional.empty();

  Connection(EndpointSource source, ApiKey key) {
    this.source = source;
    this.key = key;
    this.verdict = new StatusMeaning(source, key);
    // A redirect would carry prompts and key to a server that nobody named.
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(
                source.timeout().compareTo(LONGEST_CONNECT) < 0
                    ? source.timeout()
                    : LONGEST_CONNECT)
            .build();
  }

  /**
   * One attempt at some rollouts of a prompt.
   *
   * @throws PassingFault when another attempt may go better
   * @throws ServerUnreachable when there is no server
   * @throws Refused when the question is
   * @throws SingleOnly when the server gives one choice only
   * @throws TooLarge when the answer is
   * @throws org.galton.spec.InvalidInput when the user is at fault
   */
  Answer ask(Request first, int choices, Sampling sampling, Dialect dialect) {
    long began = System.nanoTime();
    Question question = Question.of(source.model(), first, choices, sampling, dialect);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(source.at(question.resource()))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofByteArray(question.body()));
    key.sign(request);
    long limit = LEAST_LIMIT + BYTES_PER_TOKEN * choices * sampling.maxTokens();
    HttpResponse<byte[]> response = send(request, limit, began);
    verdict.pass(response, choices);
    return read(response, choices, sampling, began);
  }

  /**
   * The same for one rollout without the figures of its tokens, of which none makes it too large:
   * what is too large nevertheless is broken.
   */
  Answer text(Request first, Sampling sampling, Dialect dialect) {
    try {
      return ask(first, 1, sampling, dialect);
    } catch (TooLarge e) {
      throw new PassingFault(e.getMessage());
    }
  }

  private Answer read(HttpResponse<byte[]> response, int choices, Sampling sampling, long began) {
    try {
      return AnswerReader.read(
          response.body(),
          choices,
          sampling.maxTokens(),
          ServerWords.shown(response.headers().firstValue("Content-Type").orElse("unknown"), key),
          (System.nanoTime() - began) / 1e9);
    } catch (OtherApi e) {
      throw new InvalidInput(
          "Cannot ask model %s at %s: the server %s; name the address where OpenAI's API begins,"
                  .formatted(source.name(), response.uri(), e.getMessage())
              + " mostly …/v1");
    }
  }

  /** What is asked of whom, for messages. */
  URI at(Form form) {
    return source.at(form.resource());
  }

  StatusMeaning verdict() {
    return verdict;
  }

  /** Asks once which server this is; one that is not there yet is asked again next time. */
  synchronized ServerFacts facts() {
    if (facts.isEmpty()) {
      facts = Greeting.of(source, key, http);
    }
    return facts.orElse(ServerFacts.UNKNOWN);
  }

  /** By this thread alone: to hand a request on to others takes the processor twice as long. */
  private HttpResponse<byte[]> send(HttpRequest.Builder request, long limit, long began) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Interrupted before a request was sent");
    }
    try {
      // The JDK's own time-out ends with the headers, and a body may take for ever.
      return http.send(
          request.timeout(source.timeout()).build(),
          head -> new BoundedBody(limit, source.timeout().minusNanos(System.nanoTime() - began)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted while a request was in flight");
    } catch (IOException e) {
      throw fault(e);
    }
  }

  static boolean isAbsent(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof UnresolvedAddressException
        || cause instanceof UnknownHostException
        || cause instanceof HttpConnectTimeoutException;
  }

  private RuntimeException fault(Throwable cause) {
    for (Throwable link = cause; link != null; link = link.getCause()) {
      if (link instanceof TooLarge tooLarge) {
        return tooLarge;
      }
      if (isAbsent(link)) {
        return new ServerUnreachable(
            "Cannot reach the server of model %s at %s (%s); start it, or correct its address"
                .formatted(source.name(), source.url(), link.getClass().getSimpleName()));
      }
      if (link instanceof HttpTimeoutException || link instanceof TimeoutException) {
        return new PassingFault(
            "did not answer within %,d s".formatted(source.timeout().toSeconds()));
      }
    }
    String words =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new PassingFault("broke the connection: " + ServerWords.shown(words, key));
  }
}
