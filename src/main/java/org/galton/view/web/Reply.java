package org.galton.view.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The answer to a request. */
public record Reply(int status, Map<String, String> headers, Content content) {
  public Reply {
    headers = Map.copyOf(headers);
  }

  public static Reply page(int status, String html) {
    return of(status, "text/html; charset=utf-8", html);
  }

  /** One sentence. */
  public static Reply text(int status, String sentence) {
    return of(status, "text/plain; charset=utf-8", sentence + "\n");
  }

  /**
   * Leads on from a form, so that to load the page again sends nothing twice.
   *
   * @param address begins with a slash
   */
  public static Reply seeOther(String address) {
    return new Reply(303, Map.of("Location", address), Content.of(new byte[0]));
  }

  public static Reply of(int status, String type, String text) {
    return new Reply(
        status, Map.of("Content-Type", type), Content.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A file for the reader to keep, which is deleted here once it is sent. */
  public static Reply download(String name, String type, Path file) {
    return new Reply(
        200,
        Map.of(
            "Content-Type", type, "Content-Disposition", "attachment; filename=\"" + name + "\""),
        Content.ofOnce(file));
  }
}
