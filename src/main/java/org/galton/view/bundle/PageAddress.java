package org.galton.view.bundle;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.galton.view.web.Parameters;

/** Which page, in one way for all links to it. */
record PageAddress(String path, Parameters parameters) {
  private static final int HASH_DIGITS = 20;

  static final PageAddress FIRST = new PageAddress("/", Parameters.none());

  /** Of a link on this page, as it is written there. */
  PageAddress to(String link) {
    URI uri = URI.create(path).resolve(link);
    Parameters parameters = Parameters.of(uri.getRawQuery());
    return new PageAddress(
        uri.getPath(),
        // A rollout is one page, whatever list it was found in.
        uri.getPath().endsWith("/rollout") ? parameters.only("key") : parameters);
  }

  /** Texts of any length may stand in an address, and a file's name has a limit. */
  String file() {
    if (path.equals("/")) {
      return "index.html";
    }
    String name = path.substring(1);
    if (name.contains(".")) {
      return name;
    }
    String query = parameters.query();
    return name + (query.isEmpty() ? "" : "-" + hash(query)) + ".html";
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }
}
