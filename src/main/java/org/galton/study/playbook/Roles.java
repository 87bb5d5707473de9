package org.galton.study.playbook;

/**
 * Who plays the roles: models by their sources, or {@link #CALIBRATED}.
 *
 * @param curator also rewrites
 */
record Roles(String generator, String reflector, String curator) {
  /** Follows rules of a known {@link Skill}; no model. */
  static final String CALIBRATED = "calibrated";

  String of(Role role) {
    return switch (role) {
      case GENERATOR -> generator;
      case REFLECTOR -> reflector;
      case CURATOR, REWRITER -> curator;
    };
  }
}
