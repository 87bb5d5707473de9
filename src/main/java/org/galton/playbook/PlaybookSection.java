package org.galton.playbook;

import java.util.List;

/**
 * Bullets under one heading.
 *
 * @param name as its heading has it
 */
public record PlaybookSection(String name, List<Bullet> bullets) {
  public PlaybookSection {
    bullets = List.copyOf(bullets);
  }
}
