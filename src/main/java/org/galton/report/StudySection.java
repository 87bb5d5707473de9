package org.galton.report;

import java.util.List;
import java.util.Map;

/**
 * A part of a study's page: a template, {@code section.html} beside its class, which names the
 * section's values, and its charts.
 */
public interface StudySection {
  /** On the class path. */
  default String template() {
    return beside("section.html");
  }

  /** That draw its charts, on the class path. */
  default List<String> scripts() {
    return List.of();
  }

  /** What the scripts draw, by the name that they read it by. */
  default Map<String, Object> charts() {
    return Map.of();
  }

  /** A resource of the package of this section's class, on the class path. */
  default String beside(String name) {
    return getClass().getPackageName().replace('.', '/') + "/" + name;
  }
}
