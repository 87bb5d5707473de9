package org.galton.report;

import java.util.Optional;
import java.util.Set;

/** A study's section in the report of a sweep. */
public interface SweepSection extends StudySection {
  /** Its name in links. */
  String anchor();

  /** The word of the link to it. */
  String word();

  /** Whether there is anything to show. */
  boolean isShown();

  /** What it takes to show it, where readers may miss it. */
  default Optional<LeftOut> leftOut() {
    return Optional.empty();
  }

  /** The sweep's tasks that it is about. Where it is about all, the report opens with it. */
  default Set<String> tasks() {
    return Set.of();
  }

  /** The first sentence of a report that opens with it. */
  default String finding() {
    return "";
  }
}
