package org.galton.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.galton.serve.api.ApiProblem;
import org.galton.serve.api.ModelApi;
import org.galton.spec.InvalidInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves a {@link ModelApi} by HTTP. */
public final class ModelServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ModelServer.class);
  private static final int WAITING = 1024;
  private static final int MOST_BYTES = 16 << 20;

  /** For those who ask for health and figures while all others draw. */
  private static final int SPARE_THREADS = 64;

  private final HttpServer server;
  private final ExecutorService threads;
  private final ModelApi api;
  private final Door door;

  private ModelServer(HttpServer server, ExecutorService threads, ModelApi api, Door door) {
    this.server = server;
    this.threads = threads;
    this.api = api;
    this.door = door;
  }

  /**
   * @throws InvalidInput when this machine has no such address or the port is taken
   */
  public static ModelServer start(ModelApi api, ServeSettings settings) {
    set("nodelay", "true"); // Else pieces of a stream wait for each other.
    set("maxReqTime", "60"); // Seconds for a request to come.
    set("maxIdleConnections", Integer.toString(WAITING));
    InetSocketAddress address = new InetSocketAddress(host(settings.host()), settings.port());
    try {
      HttpServer server = HttpServer.create(address, WAITING);
      ExecutorService threads = threads(settings.completions() + SPARE_THREADS);
      ModelServer started =
          new ModelServer(
              server, threads, api, new Door(settings.key(), server.getAddress().getAddress()));
      server.createContext("/", started::handle);
      server.setExecutor(threads);
      server.start();
      return started;
    } catch (BindException e) {
      throw new InvalidInput(
          "Cannot listen on %s port %d: %s; name another one with --port, or 0 for one that is free"
              .formatted(settings.host(), settings.port(), e.getMessage()),
          e);
    } catch (IOException e) {
      throw new InvalidInput(
          "Cannot listen on %s port %d: %s"
              .formatted(settings.host(), settings.port(), e.getMessage()),
          e);
    }
  }

  /** Settings of the JDK's server, which it reads once in a process. */
  private static void set(String key, String value) {
    String property = "sun.net.httpserver." + key;
    System.setProperty(property, System.getProperty(property, value));
  }

  private static InetAddress host(String name) {
    try {
      return InetAddress.getByName(name);
    } catch (UnknownHostException e) {
      throw new InvalidInput("Cannot listen on %s: no such host".formatted(name), e);
    }
  }

  private static ExecutorService threads(int most) {
    AtomicInteger number = new AtomicInteger();
    return new ThreadPoolExecutor(
        0,
        most,
        10,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        work -> {
          Thread thread = new Thread(work, "galton-serve-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Where the API begins. */
  public String address() {
    InetSocketAddress at = server.getAddress();
    String host = at.getAddress().getHostAddress();
    return "http://%s:%d/v1".formatted(host.contains(":") ? "[" + host + "]" : host, at.getPort());
  }

  private void handle(HttpExchange exchange) {
    HttpChannel channel = new HttpChannel(exchange);
    try (exchange) {
      try {
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        door.pass(exchange);
        answer(exchange, channel);
      } catch (ApiProblem e) {
        tell(exchange, channel, e);
      } catch (RuntimeException e) {
        LOG.error("Cannot answer a request, a fault of Galton", e);
        tell(exchange, channel, ApiProblem.of(500, "Cannot answer, a fault of Galton: " + e));
      }
    } catch (IOException e) {
      LOG.info("A client has gone: {}", e.toString());
    }
  }

  private void answer(HttpExchange exchange, HttpChannel channel) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String method = exchange.getRequestMethod();
    switch (path) {
      case "/v1/completions" -> draw(ModelApi.Resource.COMPLETIONS, exchange, channel);
      case "/v1/chat/completions" -> draw(ModelApi.Resource.CHAT, exchange, channel);
      default -> {
        if (!method.equals("GET")) {
          throw ApiProblem.of(405, "Cannot do %s here: GET only".formatted(shown(method)));
        }
        read(path, channel);
      }
    }
  }

  private void read(String path, HttpChannel channel) throws IOException {
    String models = "/v1/models";
    if (path.equals(Door.HEALTH)) {
      if (api.isEnding()) {
        throw ApiProblem.of(503, "This server is about to end");
      }
      channel.send(200, "application/json", "{\"status\":\"ok\"}");
    } else if (path.equals("/metrics")) {
      channel.send(200, "text/plain; version=0.0.4; charset=utf-8", api.metrics());
    } else if (path.equals(models)) {
      channel.answer(200, api.models());
    } else if (path.startsWith(models + "/")) {
      channel.answer(200, api.model(path.substring(models.length() + 1)));
    } else {
      throw ApiProblem.of(
          404,
          "Cannot find this: the server has /v1/completions, /v1/chat/completions, /v1/models,"
              + " /health and /metrics");
    }
  }

  private void draw(ModelApi.Resource resource, HttpExchange exchange, HttpChannel channel)
      throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      throw ApiProblem.of(
          405, "Cannot do %s here: POST only".formatted(shown(exchange.getRequestMethod())));
    }
    Door.requireJson(exchange);
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw ApiProblem.of(
          413, "Cannot read this body: it has more than %d MiB".formatted(MOST_BYTES >> 20));
    }
    api.draw(resource, body, channel);
  }

  private static String shown(String method) {
    return method.matches("[A-Z]{1,10}") ? method : "this";
  }

  /** What is said once an answer has begun is an error in its place. */
  private static void tell(HttpExchange exchange, HttpChannel channel, ApiProblem problem)
      throws IOException {
    if (channel.streams()) {
      channel.event(problem.json());
      channel.done();
      return;
    }
    if (problem.status() == 503) {
      exchange.getResponseHeaders().set("Retry-After", "1");
    } else if (problem.status() == 401) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
    }
    channel.answer(problem.status(), problem.json());
  }

  /**
   * Takes no more requests and waits for those that are being answered.
   *
   * @return how many completions are not done by then
   */
  public int drain(Duration longest) throws InterruptedException {
    return api.drain(longest);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
