package org.galton.playbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules for a model, in sections.
 *
 * @param next number of the next bullet: one more than the largest that was ever given
 * @param removed ids of bullets that were here once; none of them is given again
 */
public record Playbook(List<PlaybookSection> sections, int next, NavigableSet<String> removed) {
  public Playbook {
    sections = List.copyOf(sections);
    removed = Collections.unmodifiableNavigableSet(new TreeSet<>(removed));
  }

  /** Sections without bullets. */
  public static Playbook of(List<String> sections) {
    return new Playbook(
        sections.stream().map(name -> new PlaybookSection(name, List.of())).toList(),
        1,
        new TreeSet<>());
  }

  /** All bullets, in the order of the text. */
  public List<Bullet> bullets() {
    return sections.stream().flatMap(section -> section.bullets().stream()).toList();
  }

  /** Bullets by id. */
  public Map<String, Bullet> byId() {
    Map<String, Bullet> found = new LinkedHashMap<>();
    bullets().forEach(bullet -> found.put(bullet.id(), bullet));
    return found;
  }

  /** As models and people read it; {@link PlaybookText#parse} reads it back. */
  public String text() {
    return sections.stream()
        .map(
            section ->
                Stream.concat(
                        Stream.of("## " + section.name()),
                        section.bullets().stream().map(Bullet::line))
                    .collect(Collectors.joining("\n")))
        .collect(Collectors.joining("\n\n"));
  }

  public Standing standing() {
    return Standing.of(bullets());
  }

  /** The same with each bullet replaced, in its place. */
  Playbook map(UnaryOperator<Bullet> change) {
    return new Playbook(
        sections.stream()
            .map(
                section ->
                    new PlaybookSection(
                        section.name(), section.bullets().stream().map(change).toList()))
            .toList(),
        next,
        removed);
  }

  /** Without these, which count as removed. */
  Playbook without(Collection<String> ids) {
    TreeSet<String> gone = new TreeSet<>(removed);
    gone.addAll(ids);
    return new Playbook(
        sections.stream()
            .map(
                section ->
                    new PlaybookSection(
                        section.name(),
                        section.bullets().stream()
                            .filter(bullet -> !ids.contains(bullet.id()))
                            .toList()))
            .toList(),
        next,
        gone);
  }

  /** With one bullet more at the end of a section, or of OTHERS where there is no such section. */
  Playbook plus(String section, String text) {
    int place = place(section);
    List<PlaybookSection> changed = new ArrayList<>(sections);
    if (place < 0) {
      place = place(SectionName.OTHERS);
    }
    if (place < 0) {
      place = changed.size();
      changed.add(new PlaybookSection(SectionName.OTHERS, List.of()));
    }
    PlaybookSection old = changed.get(place);
    List<Bullet> bullets = new ArrayList<>(old.bullets());
    bullets.add(new Bullet(SectionName.slug(old.name()), next, 0, 0, text));
    changed.set(place, new PlaybookSection(old.name(), bullets));
    return new Playbook(changed, Math.addExact(next, 1), removed);
  }

  private int place(String section) {
    String key = SectionName.key(section);
    for (int i = 0; i < sections.size(); i++) {
      if (SectionName.key(sections.get(i).name()).equals(key)) {
        return i;
      }
    }
    return -1;
  }
}
