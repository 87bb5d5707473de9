package org.galton.model.engine;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What starts {@code ./galton serve} where an executor runs, which has Galton's jars but no script:
 * this Java with the same class path, and with the jars beside those that Spark has handed over.
 */
final class OwnCommand {
  private static final List<String> FOUND_BY =
      List.of(
          "org/galton/model/engine/OwnCommand.class",
          "native/lib/pytorch.properties",
          "native/lib/tokenizers.properties",
          "jnilib/pytorch.properties");

  private OwnCommand() {}

  /** The words before those of the template. */
  static List<String> words() {
    Set<String> path = new LinkedHashSet<>();
    ClassLoader loader = OwnCommand.class.getClassLoader();
    for (String resource : FOUND_BY) {
      URL found = loader.getResource(resource);
      if (found != null && found.getProtocol().equals("jar")) {
        path.add(Path.of(jar(found)).getParent().resolve("*").toString());
      }
    }
    path.add(System.getProperty("java.class.path"));
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-cp"));
    words.add(String.join(File.pathSeparator, path));
    words.addAll(List.of("org.galton.cli.Galton", "serve"));
    return words;
  }

  /** Of {@code jar:file:/folder/one.jar!/resource}. */
  private static URI jar(URL resource) {
    String text = resource.getPath();
    try {
      return new URI(text.substring(0, text.indexOf("!/")));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
