package org.galton.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A page in Chromium under the DevTools protocol: keys are pressed as a person presses them. */
public final class BrowserTab implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Process browser;
  private final WebSocket socket;
  private final Answers answers;
  private final AtomicInteger last = new AtomicInteger();

  private BrowserTab(Process browser, WebSocket socket, Answers answers) {
    this.browser = browser;
    this.socket = socket;
    this.answers = answers;
  }

  static BrowserTab of(Process browser, Path profile) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    String tab = tab(client, profile.resolve("DevToolsActivePort"));
    Answers answers = new Answers();
    WebSocket socket = client.newWebSocketBuilder().buildAsync(URI.create(tab), answers).join();
    return new BrowserTab(browser, socket, answers);
  }

  private static String tab(HttpClient client, Path ports)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < end) {
      if (Files.exists(ports) && !Files.readString(ports).isBlank()) {
        String port = Files.readAllLines(ports).get(0);
        URI list = URI.create("http://127.0.0.1:" + port + "/json/list");
        for (JsonNode target :
            JSON.readTree(
                client
                    .send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString())
                    .body())) {
          if (target.get("type").asText().equals("page")) {
            return target.get("webSocketDebuggerUrl").asText();
          }
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("Chromium has not opened a page");
  }

  /** What the browser says to each question. */
  private static final class Answers implements WebSocket.Listener {
    private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private final StringBuilder part = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean isLast) {
      part.append(text);
      if (isLast) {
        take(part.toString());
        part.setLength(0);
      }
      socket.request(1);
      return null;
    }

    private void take(String message) {
      try {
        JsonNode answer = JSON.readTree(message);
        if (answer.has("id")) {
          CompletableFuture<JsonNode> asked = open.remove(answer.get("id").asInt());
          if (asked != null) {
            asked.complete(answer);
          }
        }
      } catch (IOException e) {
        throw new AssertionError(message, e);
      }
    }
  }

  private JsonNode ask(String method, ObjectNode parameters) {
    int id = last.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.open.put(id, answer);
    ObjectNode question = JSON.createObjectNode().put("id", id).put("method", method);
    question.set("params", parameters);
    socket.sendText(question.toString(), true).join();
    return answer.orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** The value of an expression as text; empty while a page is being left. */
  public String value(String expression) {
    JsonNode answer =
        ask(
            "Runtime.evaluate",
            JSON.createObjectNode().put("expression", expression).put("returnByValue", true));
    return answer.at("/result/result/value").asText("");
  }

  /** Waits until an expression is true of a page whose scripts have run. */
  public void await(String expression) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!value("document.readyState === 'complete' && " + expression).equals("true")) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "Not so: " + expression + " in\n" + value("document.documentElement.outerHTML"));
      }
      Thread.sleep(50);
    }
  }

  /** A key with a character. */
  public void press(String key) {
    ask(
        "Input.dispatchKeyEvent",
        JSON.createObjectNode().put("type", "keyDown").put("key", key).put("text", key));
    ask("Input.dispatchKeyEvent", JSON.createObjectNode().put("type", "keyUp").put("key", key));
  }

  /** Leads to another page of the same site. */
  public void go(String place) {
    value("location.assign('" + place + "')");
  }

  /**
   * @param scheme that the reader prefers: {@code light} or {@code dark}
   */
  public void prefer(String scheme) {
    ObjectNode media = JSON.createObjectNode();
    media.putArray("features").addObject().put("name", "prefers-color-scheme").put("value", scheme);
    ask("Emulation.setEmulatedMedia", media);
  }

  /** The whole page at a width, as PNG, and how wide its content is. */
  public int picture(Path png, int width) throws IOException {
    ask(
        "Emulation.setDeviceMetricsOverride",
        JSON.createObjectNode()
            .put("width", width)
            .put("height", 900)
            .put("deviceScaleFactor", 1)
            .put("mobile", false));
    JsonNode answer =
        ask(
            "Page.captureScreenshot",
            JSON.createObjectNode().put("format", "png").put("captureBeyondViewport", true));
    Files.write(png, Base64.getDecoder().decode(answer.at("/result/data").asText()));
    return Integer.parseInt(value("String(document.documentElement.scrollWidth)"));
  }

  /** By the browser itself, whose processes would else go on writing its profile. */
  @Override
  public void close() {
    String end = JSON.createObjectNode().put("id", 0).put("method", "Browser.close").toString();
    socket.sendText(end, true).join();
    try {
      browser.onExit().orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      throw new AssertionError("Chromium has not ended", e);
    } finally {
      socket.abort();
      browser.destroyForcibly();
    }
  }
}
