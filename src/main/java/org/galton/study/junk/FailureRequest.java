package org.galton.study.junk;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whose failures.
 *
 * @param input a run folder or a table
 * @param task of the run; null for all
 * @param doses by model of the run
 */
record FailureRequest(String input, TextFormat format, String task, TreeMap<String, Double> doses)
    implements Serializable {

  static FailureRequest of(
      String input, TextFormat format, String task, Map<String, Double> doses) {
    return new FailureRequest(input, format, task, new TreeMap<>(doses));
  }
}
