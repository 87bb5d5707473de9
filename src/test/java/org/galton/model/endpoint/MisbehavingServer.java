package org.galton.model.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A server on this machine that speaks OpenAI's API, now and then badly, on purpose. */
public final class MisbehavingServer implements AutoCloseable {
  static {
    // Without it every answer waits 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // Beyond 200 it closes connections that clients have just chosen for their next request.
    System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
  }

  /** Which requests go wrong. */
  public interface Script {
    Script FLAWLESS = (seed, attempt) -> Optional.empty();

    /**
     * @param attempt how often this seed was asked for, this time included
     */
    Optional<ServerFault> fault(long seed, int attempt);
  }

  /** What the model says. */
  public interface Voice {
    /**
     * @param serial another one for each text
     */
    String text(String prompt, long seed, long serial);
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] HUGE = new byte[3 << 19];

  static {
    Arrays.fill(HUGE, (byte) ' ');
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Script script;
  private final Voice voice;
  private final ServerHabit habit;
  private final Map<Long, AtomicInteger> attempts = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<JsonNode> asked = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> keys = new ConcurrentLinkedQueue<>();
  private final Map<ServerFault, AtomicInteger> faults = new ConcurrentHashMap<>();
  private final AtomicLong serial = new AtomicLong();

  public MisbehavingServer(Script script, Voice voice) {
    this(script, voice, ServerHabit.NONE);
  }

  public MisbehavingServer(Script script, Voice voice, ServerHabit habit) {
    this.script = script;
    this.voice = voice;
    this.habit = habit;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  static MisbehavingServer flawless() {
    return new MisbehavingServer(Script.FLAWLESS, (prompt, seed, serial) -> prompt + serial);
  }

  /** The name of its model for a spec, with further keys. */
  public String source(String... keys) {
    return sourceAt("/v1", keys);
  }

  /** The same at another path. */
  String sourceAt(String path, String... keys) {
    return EndpointSource.PREFIX
        + "http://127.0.0.1:"
        + server.getAddress().getPort()
        + path
        + "?model=test/model"
        + (keys.length == 0 ? "" : "&" + String.join("&", keys));
  }

  /** Every question so far, with its resource under {@code path}. */
  List<JsonNode> asked() {
    return List.copyOf(asked);
  }

  /** The header {@code Authorization} of every question that had one. */
  public List<String> keys() {
    return List.copyOf(keys);
  }

  public int requests() {
    return asked.size();
  }

  /** Requests that went wrong in a way. */
  public int faults(ServerFault fault) {
    return Optional.ofNullable(faults.get(fault)).map(AtomicInteger::get).orElse(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (exchange.getRequestMethod().equals("GET")) {
        ServerHabit.Reply reply = habit.page(path);
        send(exchange, reply.status(), reply.body());
        return;
      }
      Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
          .ifPresent(keys::add);
      ObjectNode question = (ObjectNode) JSON.readTree(exchange.getRequestBody());
      question.put("path", path);
      asked.add(question);
      long seed = question.path("seed").asLong();
      int attempt = attempts.computeIfAbsent(seed, s -> new AtomicInteger()).incrementAndGet();
      Optional<ServerFault> fault = script.fault(seed, attempt);
      Optional<ServerHabit.Reply> reply =
          habit.reply(question, () -> answer(question, question.path("n").asInt(1)));
      if (reply.isPresent() && (fault.isEmpty() || reply.get().status() != 200)) {
        send(exchange, reply.get().status(), reply.get().body());
        return;
      }
      fault.ifPresent(f -> faults.computeIfAbsent(f, k -> new AtomicInteger()).incrementAndGet());
      if (fault.isPresent()) {
        misbehave(exchange, question, fault.get());
      } else {
        send(exchange, 200, answer(question, question.path("n").asInt(1)).toString());
      }
    }
  }

  private void misbehave(HttpExchange exchange, JsonNode question, ServerFault fault)
      throws IOException {
    int n = question.path("n").asInt(1);
    ObjectNode answer = answer(question, n);
    ArrayNode choices = (ArrayNode) answer.get("choices");
    byte[] whole = answer.toString().getBytes(StandardCharsets.UTF_8);
    switch (fault) {
      case SLOW -> {
        pause(4_000);
        send(exchange, 200, answer.toString());
      }
      case STALLED -> {
        exchange.sendResponseHeaders(200, whole.length);
        exchange.getResponseBody().write(whole, 0, whole.length / 2);
        exchange.getResponseBody().flush();
        pause(4_000);
      }
      case CUT_OFF -> {
        exchange.sendResponseHeaders(200, whole.length);
        exchange.getResponseBody().write(whole, 0, whole.length / 2);
      }
      case DROPPED -> {}
      case TOO_FEW -> {
        choices.remove(0);
        send(exchange, 200, answer.toString());
      }
      case TOO_MANY -> send(exchange, 200, answer(question, n + 1).toString());
      case TWICE_THE_SAME -> {
        choices.add(choices.get(0).deepCopy());
        send(exchange, 200, answer.toString());
      }
      case BUSY -> send(exchange, 429, "{\"error\": {\"message\": \"too many requests\"}}");
      case BUSY_WITH_PAUSE -> {
        exchange.getResponseHeaders().add("Retry-After", "1");
        send(exchange, 429, "{\"error\": \"later\"}");
      }
      case BROKEN -> send(exchange, 500, "\u001b[31mInternal\nServer Error");
      case NO_JSON -> send(exchange, 200, "{\"choices\": [{\"text\": ");
      case NO_UTF8 -> {
        byte[] broken =
            answer
                .toString()
                .replace("\"text\":\"", "\"text\":\"\u00e4")
                .getBytes(StandardCharsets.ISO_8859_1);
        exchange.sendResponseHeaders(200, broken.length);
        exchange.getResponseBody().write(broken);
      }
      case HUGE -> {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(HUGE);
        exchange.getResponseBody().write(whole);
      }
      case OTHER_TYPE -> {
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        send(exchange, 200, "<html>Please log in</html>");
      }
      case NO_CHOICES -> send(exchange, 200, "{\"object\": \"text_completion\"}");
      case NO_USAGE -> {
        answer.remove("usage");
        send(exchange, 200, answer.toString());
      }
      case NO_TEXT -> {
        choices.forEach(choice -> ((ObjectNode) choice).remove(List.of("text", "message")));
        send(exchange, 200, answer.toString());
      }
      case ABORTED -> {
        choices.forEach(choice -> ((ObjectNode) choice).put("finish_reason", "abort"));
        send(exchange, 200, answer.toString());
      }
    }
  }

  private ObjectNode answer(JsonNode question, int n) {
    boolean chat = question.path("path").asText().endsWith("/chat/completions");
    JsonNode messages = question.path("messages");
    String prompt =
        chat
            ? messages.path(messages.size() - 1).path("content").asText()
            : question.path("prompt").asText();
    ObjectNode root = JSON.createObjectNode();
    ArrayNode choices = root.putArray("choices");
    for (int i = 0; i < n; i++) {
      String text = voice.text(prompt, question.path("seed").asLong(), serial.getAndIncrement());
      ObjectNode choice = choices.addObject().put("index", i).put("finish_reason", "stop");
      if (chat) {
        choice.putObject("message").put("role", "assistant").put("content", text);
      } else {
        choice.put("text", text);
      }
      if (!question.has("logprobs")) {
        continue;
      }
      if (chat) {
        ArrayNode content = choice.putObject("logprobs").putArray("content");
        content.addObject().put("token", "a").put("logprob", -0.25);
        content.addObject().put("token", "b").put("logprob", -0.5);
      } else {
        choice.putObject("logprobs").putArray("token_logprobs").add(-0.25).add(-0.5);
      }
    }
    root.putObject("usage").put("prompt_tokens", 4).put("completion_tokens", 2 * n);
    return root;
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json"));
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
