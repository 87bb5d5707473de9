package org.galton.emergence.diagnosis;

import java.util.ArrayList;
import java.util.List;

/**
 * Three agents.
 *
 * @param index in the order of {@link Diagnosis}: the last agent runs fastest
 */
record Triplet(int index, int i, int j, int k) {

  static List<Triplet> all(int agents) {
    List<Triplet> all = new ArrayList<>();
    for (int i = 0; i < agents; i++) {
      for (int j = i + 1; j < agents; j++) {
        for (int k = j + 1; k < agents; k++) {
          all.add(new Triplet(all.size(), i, j, k));
        }
      }
    }
    return all;
  }
}
