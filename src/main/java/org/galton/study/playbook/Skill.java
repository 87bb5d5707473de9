package org.galton.study.playbook;

import java.io.Serializable;
import java.util.List;

/**
 * What calibrated roles can, in probabilities.
 *
 * @param base of a right answer without the rule of the prompt's class
 * @param known of a right answer with it
 * @param finds of the rule, in one round of reflection on a wrong answer
 * @param forgets of each rule, whenever a context is written anew
 * @param garbage of a reply of the curator that is no JSON, and of a rewritten text that is empty
 * @param by attributes that make the class of a prompt; empty for all that it has
 */
record Skill(
    double base, double known, double finds, double forgets, double garbage, List<String> by)
    implements Serializable {
  static final Skill DEFAULT = new Skill(0.4, 0.9, 0.5, 0.2, 0, List.of());

  Skill {
    by = List.copyOf(by);
  }
}
