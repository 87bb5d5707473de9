package org.galton.model.endpoint;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.galton.model.Request;
import org.galton.model.Sampling;

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
   * @throws PromptRefused when the prompt is at fault
   * @throws org.galton.spec.InvalidInput when the user is
   */
  Answer ask(Request first, int choices, Sampling sampling) {
    long began = System.nanoTime();
    Question question = Question.of(source.model(), first, choices, sampling);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(source.at(question.resource()))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofByteArray(question.body()));
    key.sign(request);
    long limit = LEAST_LIMIT + BYTES_PER_TOKEN * choices * sampling.maxTokens();
    HttpResponse<byte[]> response = send(request, limit, began);
    verdict.pass(response);
    return AnswerReader.read(
        response.body(),
        choices,
        sampling.maxTokens(),
        ServerWords.shown(response.headers().firstValue("Content-Type").orElse("unknown"), key),
        (System.nanoTime() - began) / 1e9);
  }

  /** By this thread alone: to hand a request on to others takes the processor twice as long. */
  private HttpResponse<byte[]> send(HttpRequest.Builder request, long limit, long began) {
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

  private RuntimeException fault(Throwable cause) {
    for (Throwable link = cause; link != null; link = link.getCause()) {
      if (link instanceof PassingFault fault) {
        return fault;
      }
      if (link instanceof ConnectException
          || link instanceof UnresolvedAddressException
          || link instanceof UnknownHostException
          || link instanceof HttpConnectTimeoutException) {
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
