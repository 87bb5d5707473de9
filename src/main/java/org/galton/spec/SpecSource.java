package org.galton.spec;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.galton.spec.Tree.Mapping;

/**
 * A spec's text and what the command line changes in it.
 *
 * @param name what problems call the text, usually its path
 * @param overrides {@code a.b=c}, later ones over earlier ones; a list's item is named by its
 *     number, {@code tasks.0.prompts=8}, and the value is YAML
 */
public record SpecSource(String name, String text, List<String> overrides) {
  public SpecSource {
    overrides = List.copyOf(overrides);
  }

  /**
   * Reads the text as a mapping.
   *
   * @throws InvalidInput listing every problem, by line, those of overrides last
   */
  public <T> T read(Function<Section, T> reader) {
    Problems problems = new Problems();
    Optional<Tree> written = new TreeReader(this::place, problems).read(text);
    T value = written.map(tree -> read(tree, problems, reader)).orElse(null);
    problems.throwIfAny();
    return value;
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
