package org.galton.study.selection;

import java.io.Serializable;

/**
 * How many patches and test patches of an issue are looked at, and how good the stand-ins were that
 * proposed them.
 *
 * @param fix null where nobody knows
 * @param error likewise
 * @param patches 0 for all that there are
 * @param tests likewise
 */
record Setting(Double fix, Double error, int patches, int tests) implements Serializable {
  static final Setting ALL = new Setting(null, null, 0, 0);
}
