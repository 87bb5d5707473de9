package org.galton.view.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The answer to a request. */
public record Reply(int status, String type, byte[] body) {
  public static Reply page(int status, String html) {
    return of(status, "text/html; charset=utf-8", html);
  }

  /** One sentence. */
  public static Reply text(int status, String sentence) {
    return of(status, "text/plain; charset=utf-8", sentence + "\n");
  }

  public static Reply of(int status, String type, String text) {
    return new Reply(status, type, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Reply that
        && status == that.status
        && type.equals(that.type)
        && Arrays.equals(body, that.body);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(body);
  }

  @Override
  public String toString() {
    return status + " " + type;
  }
}
