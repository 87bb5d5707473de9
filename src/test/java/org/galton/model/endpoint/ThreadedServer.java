package org.galton.model.endpoint;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * A server that is built as llama.cpp's is: a thread for each connection, few of them, and a
 * connection keeps its thread until it has been idle for five seconds. Some threads more than
 * slots.
 */
final class ThreadedServer implements AutoCloseable {
  private static final int SPARE_THREADS = 4;
  private static final int KEEP_ALIVE_MILLIS = 5_000;

  private final ServerSocket socket;
  private final ExecutorService threads;
  private final Semaphore slots;
  private final int slotCount;
  private final long answerMillis;
  private final boolean tellsSlots;

  /** Whether {@code /v1/models} says which server it is. */
  enum Manner {
    TELLING,
    SILENT
  }

  ThreadedServer(int slots, long answerMillis, Manner manner) {
    this.slots = new Semaphore(slots);
    this.slotCount = slots;
    this.answerMillis = answerMillis;
    this.tellsSlots = manner == Manner.TELLING;
    this.threads = Executors.newFixedThreadPool(slots + SPARE_THREADS);
    try {
      socket = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread accepting = new Thread(this::accept, "threaded-server");
    accepting.setDaemon(true);
    accepting.start();
  }

  String source(String keys) {
    return EndpointSource.PREFIX
        + "http://127.0.0.1:"
        + socket.getLocalPort()
        + "/v1?model=m&"
        + keys;
  }

  private void accept() {
    try {
      while (!socket.isClosed()) {
        Socket connection = socket.accept();
        threads.execute(() -> serve(connection));
      }
    } catch (SocketException e) {
      // It was closed.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setSoTimeout(KEEP_ALIVE_MILLIS);
      connection.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(connection.getInputStream());
      for (String head = head(in); !head.isEmpty(); head = head(in)) {
        in.readNBytes(length(head));
        String body = body(head);
        String response =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(body.length(), body);
        connection.getOutputStream().write(response.getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().flush();
      }
    } catch (SocketTimeoutException e) {
      // Idle for too long.
    } catch (IOException e) {
      // The client is gone.
    }
  }

  private String body(String head) {
    if (head.startsWith("GET /v1/models")) {
      return tellsSlots ? "{\"data\": [{\"owned_by\": \"llamacpp\"}]}" : "{}";
    }
    if (head.startsWith("GET")) {
      return "{\"total_slots\": %d}".formatted(slotCount);
    }
    slots.acquireUninterruptibly();
    try {
      Thread.sleep(answerMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      slots.release();
    }
    return "{\"choices\": [{\"text\": \"4\", \"finish_reason\": \"stop\"}]}";
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      head.append((char) next);
      if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
        return head.toString();
      }
    }
    return "";
  }

  private static int length(String head) {
    return head.lines()
        .map(line -> line.toLowerCase(Locale.ROOT))
        .filter(line -> line.startsWith("content-length:"))
        .map(line -> Integer.parseInt(line.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
