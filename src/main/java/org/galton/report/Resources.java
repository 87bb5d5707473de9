package org.galton.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Scripts and styles from the class path that are written into the page. */
final class Resources {
  /** Moves with the version in {@code pom.xml}. */
  private static final String D3 = "META-INF/resources/webjars/d3/7.9.0/dist/d3.min.js";

  /** What all charts share, and the charts of rollouts. */
  private static final List<String> SHARED =
      List.of("frame.js", "curves.js", "forest.js", "compute.js", "prompts.js", "tables.js");

  /** Starts them all, so that it comes last. */
  private static final String START = "start.js";

  private Resources() {}

  static String library() {
    return inlined(D3, "</script");
  }

  /**
   * @param own scripts of the page, on the class path
   */
  static String script(List<String> own) {
    return Stream.of(
            SHARED.stream().map(name -> "org/galton/report/" + name),
            own.stream(),
            Stream.of("org/galton/report/" + START))
        .flatMap(names -> names)
        .map(name -> inlined(name, "</script"))
        .collect(Collectors.joining("\n"));
  }

  static String style() {
    return inlined("org/galton/report/report.css", "</style");
  }

  /** What a content security policy names a script by. */
  static String fingerprint(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot find SHA-256, which every Java platform has", e);
    }
  }

  private static String inlined(String path, String forbidden) {
    String text = ClasspathText.read(path);
    if (text.contains(forbidden)) {
      throw new IllegalStateException("Invalid " + path + ": expected no " + forbidden + " in it");
    }
    return text;
  }
}
