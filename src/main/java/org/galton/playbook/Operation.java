package org.galton.playbook;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A change of a playbook, as a curator asks for it. */
public sealed interface Operation {
  /**
   * The playbook after it; nothing where it changes nothing, as it has no text or no bullet.
   *
   * @param shown ids that the curator was shown; it cannot mean others
   */
  Optional<Playbook> on(Playbook playbook, Set<String> shown);

  /** On one line, as in {@code DELETE misc-00001}. */
  String words();

  /** A new bullet at the end of a section; an unknown section means OTHERS. */
  record Add(String section, String text) implements Operation {
    @Override
    public Optional<Playbook> on(Playbook playbook, Set<String> shown) {
      String clean = BulletText.clean(text);
      return clean.isEmpty() ? Optional.empty() : Optional.of(playbook.plus(section, clean));
    }

    @Override
    public String words() {
      return "ADD %s: %s".formatted(BulletText.clean(section), BulletText.clean(text));
    }
  }

  /** Another text for a bullet; its counts stay. */
  record Update(String id, String text) implements Operation {
    @Override
    public Optional<Playbook> on(Playbook playbook, Set<String> shown) {
      String clean = BulletText.clean(text);
      if (clean.isEmpty() || !shown.contains(id) || !playbook.byId().containsKey(id)) {
        return Optional.empty();
      }
      return Optional.of(
          playbook.map(bullet -> bullet.id().equals(id) ? bullet.withText(clean) : bullet));
    }

    @Override
    public String words() {
      return "UPDATE %s: %s".formatted(BulletText.clean(id), BulletText.clean(text));
    }
  }

  /**
   * Several bullets as one, which is the oldest of them with all counts added.
   *
   * @param text of the whole; empty for the oldest one's own
   */
  record Merge(List<String> ids, String text) implements Operation {
    public Merge {
      ids = List.copyOf(ids);
    }

    @Override
    public Optional<Playbook> on(Playbook playbook, Set<String> shown) {
      Map<String, Bullet> here = playbook.byId();
      List<Bullet> group =
          ids.stream()
              .distinct()
              .filter(id -> shown.contains(id) && here.containsKey(id))
              .map(here::get)
              .sorted(Comparator.comparingInt(Bullet::number))
              .toList();
      if (group.size() < 2) {
        return Optional.empty();
      }
      String clean = BulletText.clean(text);
      Bullet whole = group.stream().reduce(Bullet::joined).orElseThrow();
      Bullet kept = clean.isEmpty() ? whole : whole.withText(clean);
      return Optional.of(
          playbook
              .without(group.stream().skip(1).map(Bullet::id).toList())
              .map(bullet -> bullet.number() == kept.number() ? kept : bullet));
    }

    @Override
    public String words() {
      return "MERGE %s: %s"
          .formatted(BulletText.clean(String.join(", ", ids)), BulletText.clean(text));
    }
  }

  /** A bullet gone; its id stays taken. */
  record Delete(String id) implements Operation {
    @Override
    public Optional<Playbook> on(Playbook playbook, Set<String> shown) {
      return shown.contains(id) && playbook.byId().containsKey(id)
          ? Optional.of(playbook.without(Set.of(id)))
          : Optional.empty();
    }

    @Override
    public String words() {
      return "DELETE " + BulletText.clean(id);
    }
  }
}
