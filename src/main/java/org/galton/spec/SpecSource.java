package org.galton.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.galton.spec.Tree.Entry;
import org.galton.spec.Tree.Mapping;

/**
 * A spec's text and what the command line changes in it.
 *
 * @param name what problems call the text, usually its path
 * @param overrides {@code a.b=c}, later ones over earlier ones; a list's item is named by its
 *     number, {@code tasks.0.prompts=8}, and the value is YAML
 */
public record SpecSource(String name, String text, List<String> overrides) {
  /** Of a text: a hundred times what a long spec takes. */
  public static final int MOST_BYTES = 1 << 20;

  private static final int DEEPEST_OVERRIDE = 20;

  public SpecSource {
    overrides = List.copyOf(overrides);
  }

  /** Refuses a text of more than {@link #MOST_BYTES}. */
  public static InvalidInput tooLong(String name) {
    return new InvalidInput(
        "Cannot read %s: it is longer than 1 MB; expected a spec of at most %,d bytes"
            .formatted(name, MOST_BYTES));
  }

  /**
   * Reads the text as a mapping.
   *
   * @throws InvalidInput listing every problem, by line, those of overrides last
   */
  public <T> T read(Function<Section, T> reader) {
    if (text.length() > MOST_BYTES) {
      throw tooLong(name);
    }
    Problems problems = new Problems();
    Optional<Tree> written = new TreeReader(this::place, problems).read(text);
    T value = written.map(tree -> read(tree, problems, reader)).orElse(null);
    problems.throwIfAny();
    return value;
  }

  /**
   * The keys that a reader asks for, as far as the text leads there: the tasks of a spec without
   * tasks have none. Sections that the text leaves out count. What is wrong with the text is no
   * matter.
   */
  public Set<SpecKey> keys(Function<Section, ?> reader) {
    Mapping written =
        new TreeReader(this::place, new Problems())
            .read(text)
            .filter(Mapping.class::isInstance)
            .map(Mapping.class::cast)
            .orElseGet(() -> new Mapping(Place.file(name), List.of()));
    List<Entry> entries = new ArrayList<>(written.entries());
    for (SpecKey key : Section.keys(written, reader)) {
      if (key.path().equals(key.name()) && written.entry(key.path()).isEmpty()) {
        entries.add(
            new Entry(written.place(), key.path(), new Mapping(written.place(), List.of())));
      }
    }
    return Section.keys(new Mapping(written.place(), entries), reader);
  }

  private <T> T read(Tree written, Problems problems, Function<Section, T> reader) {
    Tree tree = written;
    for (int i = 0; i < overrides.size(); i++) {
      tree = override(tree, i, problems);
    }
    if (tree instanceof Mapping mapping) {
      return Section.read(mapping, problems, reader);
    }
    problems.add(tree.place(), "this is " + tree.shown() + ": expected keys with values");
    return null;
  }

  private Place place(int line) {
    return line == 0 ? Place.file(name) : Place.line(name, line);
  }

  private Tree override(Tree tree, int index, Problems problems) {
    String override = overrides.get(index);
    Place place = Place.override(index, override);
    int equals = override.indexOf('=');
    List<String> path = List.of(override.substring(0, Math.max(equals, 0)).split("\\.", -1));
    if (path.contains("")) {
      problems.add(place, "expected key=value, with dots between nested keys");
      return tree;
    }
    if (path.size() > DEEPEST_OVERRIDE) {
      problems.add(
          place, "its key has " + path.size() + " parts: expected at most " + DEEPEST_OVERRIDE);
      return tree;
    }
    try {
      return new TreeReader(line -> place, problems)
          .read(override.substring(equals + 1))
          .map(value -> tree.with(path, value))
          .orElse(tree);
    } catch (IllegalArgumentException e) {
      problems.add(place, Shown.sentence(e.getMessage()));
      return tree;
    }
  }
}
