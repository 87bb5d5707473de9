package org.galton.playbook;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A bound on a playbook's {@link Tokens}, by dropping bullets: problematic ones first, then unused
 * ones, then those with the least helpful minus harmful; of each kind the oldest first. Cost: one
 * sort, and the text once.
 */
public record TokenBudget(int tokens) {
  public TokenBudget {
    if (tokens < 1) {
      throw new IllegalArgumentException(
          "Invalid budget %d: expected 1 token or more".formatted(tokens));
    }
  }

  /** As many as fit. Headings stay, whatever they take. */
  Playbook enforce(Playbook playbook) {
    int over = Tokens.of(playbook.text()) - tokens;
    Set<String> dropped = new HashSet<>();
    for (Bullet bullet : over > 0 ? leastFirst(playbook.bullets()) : List.<Bullet>of()) {
      if (over <= 0) {
        break;
      }
      dropped.add(bullet.id());
      over -= Tokens.of(bullet.line());
    }
    return dropped.isEmpty() ? playbook : playbook.without(dropped);
  }

  private static List<Bullet> leastFirst(List<Bullet> bullets) {
    Comparator<Bullet> oldest = Comparator.comparingInt(Bullet::number);
    return Stream.of(
            bullets.stream().filter(Bullet::isProblematic).sorted(oldest),
            bullets.stream().filter(Bullet::isUnused).sorted(oldest),
            bullets.stream()
                .filter(bullet -> !bullet.isProblematic() && !bullet.isUnused())
                .sorted(
                    Comparator.<Bullet>comparingLong(
                            bullet -> (long) bullet.helpful() - bullet.harmful())
                        .thenComparing(oldest)))
        .flatMap(kind -> kind)
        .toList();
  }
}
