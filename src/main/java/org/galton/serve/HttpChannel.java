package org.galton.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.galton.serve.api.AnswerChannel;

/**
 * An answer by HTTP. A client that has gone is only noticed by writing to it, so an answer that
 * takes longer than {@link #SOON_NANOS} begins with spaces, which JSON allows, and a stream has
 * comments.
 */
final class HttpChannel implements AnswerChannel {
  private static final long SOON_NANOS = 2_000_000_000L;
  private static final long QUIET_NANOS = 1_000_000_000L;

  private final HttpExchange exchange;
  private final long began = System.nanoTime();
  private long written = began;
  private boolean begun;
  private boolean streams;

  HttpChannel(HttpExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public void answer(int status, ObjectNode body) throws IOException {
    send(status, "application/json", body.toString());
  }

  void send(int status, String type, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (!begun) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      begun = true;
    }
    exchange.getResponseBody().write(bytes);
    exchange.getResponseBody().close();
  }

  @Override
  public void event(ObjectNode piece) throws IOException {
    beginStream();
    write("data: " + piece + "\n\n");
  }

  @Override
  public void done() throws IOException {
    beginStream();
    write("data: [DONE]\n\n");
    exchange.getResponseBody().close();
  }

  private void beginStream() throws IOException {
    if (!begun) {
      streams = true;
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
      begin();
    }
  }

  private void begin() throws IOException {
    exchange.sendResponseHeaders(200, 0); // In chunks.
    begun = true;
  }

  @Override
  public void waiting() throws IOException {
    if (!begun && System.nanoTime() - began > SOON_NANOS) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      begin();
    }
    if (begun) {
      write(" ");
    }
  }

  @Override
  public void waitingForEvents() throws IOException {
    if (System.nanoTime() - written > QUIET_NANOS) {
      beginStream();
      write(": waiting\n\n");
    }
  }

  /** Whether what is sent are events. */
  boolean streams() {
    return streams;
  }

  private void write(String text) throws IOException {
    OutputStream out = exchange.getResponseBody();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
    written = System.nanoTime();
  }
}
