package org.galton.study.judges;

import java.util.ArrayList;
import java.util.List;

/**
 * Labels that no judge is held against.
 *
 * @param undecided without true or false: doubtful, taken back, or not filled in
 * @param differing rollouts on which people differ
 * @param elsewhere of cells that the run does not have
 */
record PassedOver(long undecided, long differing, long elsewhere) {
  static final PassedOver NONE = new PassedOver(0, 0, 0);

  /** One line; empty where every label counts. */
  String line() {
    List<String> parts = new ArrayList<>();
    add(parts, undecided, "%,d that %s neither right nor wrong", "is", "are");
    add(parts, differing, "%,d rollout%s on which people differ", "", "s");
    add(parts, elsewhere, "%,d of cells that this run does not have%s", "", "");
    return parts.isEmpty() ? "" : "Labels passed over: " + String.join(", ", parts) + "\n";
  }

  private static void add(List<String> parts, long n, String text, String one, String more) {
    if (n > 0) {
      parts.add(text.formatted(n, n == 1 ? one : more));
    }
  }
}
