package org.galton.view.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.galton.spec.InvalidInput;

/** Serves a {@link Site} on 127.0.0.1. */
public final class WebServer implements AutoCloseable {
  private static final int WAITING = 50;
  private static final int AT_ONCE = 4;
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

  /** Of our own things only, and nothing inline: what a model wrote cannot become a script. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
  private final Guard guard;
  private final Site site;

  private WebServer(HttpServer server, Site site) {
    this.server = server;
    this.site = site;
    this.guard = new Guard(server.getAddress().getPort());
  }

  /**
   * @param port 0 for any that is free
   * @throws InvalidInput when the port is taken
   */
  public static WebServer start(int port, Site site) {
    try {
      InetAddress local = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      WebServer web =
          new WebServer(HttpServer.create(new InetSocketAddress(local, port), WAITING), site);
      web.server.createContext("/", web::handle);
      web.server.setExecutor(web.workers);
      web.server.start();
      return web;
    } catch (BindException e) {
      throw new InvalidInput(
          "Cannot listen on port %d: %s; name another one with --port, or leave it out to take one that is free"
              .formatted(port, e.getMessage()),
          e);
    } catch (IOException e) {
      throw new InvalidInput("Cannot listen on port %d: %s".formatted(port, e.getMessage()), e);
    }
  }

  /** Whoever has it is let in. */
  public String address() {
    return "http://127.0.0.1:%d/?token=%s".formatted(server.getAddress().getPort(), guard.token());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Headers headers = exchange.getResponseHeaders();
      headers.set("Content-Security-Policy", POLICY);
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("Referrer-Policy", "no-referrer");
      headers.set("Cache-Control", "no-store");
      headers.set("Cross-Origin-Resource-Policy", "same-origin");
      Reply reply = replyOrFault(exchange);
      reply.headers().forEach(headers::set);
      try (Content content = reply.content()) {
        boolean hasBody = !exchange.getRequestMethod().equals("HEAD") && content.length() > 0;
        exchange.sendResponseHeaders(reply.status(), hasBody ? content.length() : -1);
        if (hasBody) {
          content.writeTo(exchange.getResponseBody());
        }
      }
    }
  }

  /** A fault of ours is said, too: without a reply a browser shows nothing. */
  private Reply replyOrFault(HttpExchange exchange) throws IOException {
    try {
      return reply(exchange);
    } catch (RuntimeException e) {
      return Reply.text(500, "Cannot make this page, a fault of Galton: " + e);
    }
  }

  private Reply reply(HttpExchange exchange) throws IOException {
    if (!guard.knowsHost(exchange.getRequestHeaders().getFirst("Host"))) {
      return Reply.text(421, "This page answers to 127.0.0.1 and localhost only.");
    }
    String method = exchange.getRequestMethod();
    if (!METHODS.contains(method)) {
      return Reply.text(405, "These pages are for reading: GET only.");
    }
    String path = exchange.getRequestURI().getRawPath().replaceFirst("^/*", "/");
    Parameters parameters;
    try {
      parameters = Parameters.of(exchange.getRequestURI().getRawQuery());
    } catch (IllegalArgumentException e) {
      return Reply.text(400, "Cannot read this address: " + e.getMessage() + ".");
    }
    boolean isPost = method.equals("POST");
    if (!isPost && guard.isFirstAddress(parameters)) {
      exchange.getResponseHeaders().set("Set-Cookie", guard.cookie());
      return entrance(path + Guard.withoutToken(parameters).query());
    }
    if (!guard.hasCookie(exchange.getRequestHeaders().getFirst("Cookie"))) {
      return Reply.text(
          403, "Open the address that ./galton view has printed, with its token, in this browser.");
    }
    return isPost
        ? posted(exchange, parameters)
        : site.reply(exchange.getRequestURI().getPath(), parameters);
  }

  /** Pages of other ports bring the cookie, too: browsers say which page has sent a form. */
  private Reply posted(HttpExchange exchange, Parameters parameters) throws IOException {
    Headers asked = exchange.getRequestHeaders();
    if (!Guard.isOwnOrigin(asked.getFirst("Origin"), asked.getFirst("Host"))) {
      return Reply.text(403, "Cannot take this form: it was not sent by a page of this viewer.");
    }
    try {
      Parameters form = FormBody.read(exchange);
      return site.post(exchange.getRequestURI().getPath(), parameters, form);
    } catch (FormBody.Unread e) {
      return Reply.text(e.status(), e.getMessage());
    }
  }

  /** Leads on by itself: a redirect that another program's link began would bring no cookie. */
  private static Reply entrance(String address) {
    String to = address.replace("&", "&amp;"); // An address has no other sign that HTML would read.
    return Reply.page(
        200,
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Galton</title>"
            + ("<meta http-equiv=\"refresh\" content=\"0;url=" + to + "\"></head>")
            + ("<body><a href=\"" + to + "\">Continue</a></body></html>"));
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
