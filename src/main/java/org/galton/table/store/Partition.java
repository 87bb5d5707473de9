package org.galton.table.store;

import java.io.Serializable;
import java.util.List;

/** Where rollouts of one generation and one task lie. */
public record Partition(String model, String task, String generation) implements Serializable {
  /** File systems take 255 bytes, and a letter can be four. */
  private static final int LONGEST = 60;

  /** The folder below {@code rollouts} or {@code scores}. */
  public String place() {
    return String.join(
        "/",
        List.of(folder("model", model), folder("task", task), folder("generation", generation)));
  }

  /**
   * {@code key=value} as Hive, Spark and DuckDB read it, for any value. Longer ones than file
   * systems take are replaced by a hash; the column in the file holds the whole value.
   */
  static boolean isFolder(String name) {
    return name.indexOf('=') > 0;
  }

  static String folder(String key, String value) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x80 && !Character.isLetterOrDigit(c) && "-._@,+".indexOf(c) < 0) {
        escaped.append(String.format("%%%02X", (int) c));
      } else {
        escaped.append(c);
      }
    }
    if (escaped.length() > LONGEST) {
      return key + "=" + key + "-" + Fingerprint.of(List.of(value)).hex(16);
    }
    return key + "=" + escaped;
  }
}
