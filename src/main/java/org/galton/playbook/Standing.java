package org.galton.playbook;

import java.util.List;

/**
 * How a playbook's bullets stand.
 *
 * @param high as {@link Bullet#isHigh} says
 * @param problematic as {@link Bullet#isProblematic} says
 * @param unused as {@link Bullet#isUnused} says
 */
public record Standing(int bullets, int high, int problematic, int unused) {
  static Standing of(List<Bullet> bullets) {
    return new Standing(
        bullets.size(),
        (int) bullets.stream().filter(Bullet::isHigh).count(),
        (int) bullets.stream().filter(Bullet::isProblematic).count(),
        (int) bullets.stream().filter(Bullet::isUnused).count());
  }
}
