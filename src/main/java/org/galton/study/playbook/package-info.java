/**
 * Playbooks that grow by deltas (ACE): a generator answers, a reflector finds lessons, a curator
 * asks for operations, and {@link org.galton.playbook} merges them; beside it a fixed prompt, and a
 * model that rewrites its context whole. Roles are models, or follow rules of a known skill.
 */
package org.galton.study.playbook;
