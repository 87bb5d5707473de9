package org.galton.study.audit;

import java.io.Serializable;
import java.util.List;

/**
 * One technique on one model.
 *
 * @param audited number of the model under audit
 * @param arm whether that model itself or the base in its place
 * @param source of the model to ask
 * @param set name of the prompts
 */
record AuditUnit(
    int audited, Arm arm, String source, Technique technique, String set, List<String> prompts)
    implements Serializable {

  /** Who is asked. */
  enum Arm {
    ORGANISM,
    BASE
  }
}
