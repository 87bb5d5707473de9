package org.galton.view.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads the fields of a form, of one kind and of a bounded length only. */
final class FormBody {
  /** Most bytes of a form. */
  static final int MOST = 64 << 10;

  private static final String TYPE = "application/x-www-form-urlencoded";

  private FormBody() {}

  /** A form that is not read, with the status of the answer. */
  static final class Unread extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    Unread(int status, String message) {
      super(message);
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  static Parameters read(HttpExchange exchange) throws IOException, Unread {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type == null || !type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(TYPE)) {
      throw new Unread(415, "Cannot read this form: expected the type " + TYPE + ".");
    }
    byte[] body = exchange.getRequestBody().readNBytes(MOST + 1);
    if (body.length > MOST) {
      throw new Unread(
          413, "Cannot read this form: it is longer than %d KiB.".formatted(MOST >> 10));
    }
    try {
      return Parameters.of(new String(body, StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException e) {
      throw new Unread(400, "Cannot read this form: " + e.getMessage() + ".");
    }
  }
}
