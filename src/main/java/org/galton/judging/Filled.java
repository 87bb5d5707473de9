package org.galton.judging;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A template with its places filled, all at once: a place that stands in a text which was filled in
 * is that text's, and stays.
 */
record Filled(String template, Map<String, String> places) {
  static Filled of(String template) {
    return new Filled(template, Map.of());
  }

  Filled with(String place, String text) {
    Map<String, String> more = new LinkedHashMap<>(places);
    more.put(place, text);
    return new Filled(template, more);
  }

  String text() {
    StringBuilder filled = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      String place = place(at);
      filled.append(place.isEmpty() ? template.substring(at, at + 1) : places.get(place));
      at += Math.max(1, place.length());
    }
    return filled.toString();
  }

  /** The place that begins here; empty where none does. */
  private String place(int at) {
    return places.keySet().stream()
        .filter(place -> template.startsWith(place, at))
        .findFirst()
        .orElse("");
  }
}
