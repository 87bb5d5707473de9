package org.galton.benchmark;

import java.util.Map;

/**
 * A row as a recipe reads it.
 *
 * @param row its number in the file
 * @param values by name, for templates; options in the order in which they are shown
 * @param order the options' places before they were shuffled, such as {@code 2,0,3,1}; else empty
 * @param question what tells it from others, in one case and with single blanks
 */
record Item(int row, Map<String, Object> values, String order, String question) {
  boolean asksTheSame(Item other) {
    return question.equals(other.question);
  }
}
