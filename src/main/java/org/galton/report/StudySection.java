package org.galton.report;

import java.util.Map;

/** A part of a study's page: a template, which names the section's values, and its charts. */
interface StudySection {
  String template();

  /** What the scripts draw, by the name that they read it by. */
  Map<String, Object> charts();
}
