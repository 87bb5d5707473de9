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

  public static Reply of(int status, String type, String text) {
    return new Reply(
        status,
        Map.of("Content-Type", type),
        Content.of(text.getBytes(StandardCharsets.UTF_8)));
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
