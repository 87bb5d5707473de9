package org.galton.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What this build consists of, and the Java and Spark that it runs on. */
public final class Versions implements IVersionProvider {
  public static Map<String, String> all() {
    Properties built = built();
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("galton", built.getProperty("galton"));
    versions.put("spark", SessionFactory.sparkVersion());
    versions.put("djl", built.getProperty("djl"));
    versions.put("pytorch", built.getProperty("pytorch"));
    versions.put("java", Runtime.version().toString());
    return versions;
  }

  /** Of Galton itself. */
  public static String galton() {
    return built().getProperty("galton");
  }

  private static Properties built() {
    Properties built = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
      built.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return built;
  }

  @Override
  public String[] getVersion() {
    return all().entrySet().stream()
        .map(version -> "%-8s %s".formatted(version.getKey(), version.getValue()))
        .toArray(String[]::new);
  }
}
