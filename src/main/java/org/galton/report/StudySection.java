package org.galton.report;

import java.util.List;
import java.util.Map;

/** A part of a study's page: a template, which names the section's values, and its charts. */
public interface StudySection {
  /** Below {@code org/galton}, as in {@code study/balance/section.html}. */
  String template();

  /** That draw its charts, below {@code org/galton}. */
  List<String> scripts();

  /** What the scripts draw, by the name that they read it by. */
  Map<String, Object> charts();
}
