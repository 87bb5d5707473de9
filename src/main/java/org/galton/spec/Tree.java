package org.galton.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A YAML value that remembers where each of its parts was written. */
sealed interface Tree {
  Place place();

  /** What it is, as a problem names it. */
  String shown();

  /**
   * A copy with {@code value} at the end of {@code path}.
   *
   * @throws IllegalArgumentException naming the step of the path that leads nowhere
   */
  Tree with(List<String> path, Tree value);

  /** Number, text, true or false. */
  record Scalar(Place place, String text) implements Tree {
    @Override
    public String shown() {
      return Shown.quoted(text);
    }

    @Override
    public Tree with(List<String> path, Tree value) {
      throw new IllegalArgumentException(
          "'" + path.get(0) + "' is looked for in the value " + shown() + ", which has no keys");
    }
  }

  /** A key without a value. */
  record Nothing(Place place) implements Tree {
    @Override
    public String shown() {
      return "empty";
    }

    @Override
    public Tree with(List<String> path, Tree value) {
      return new Mapping(value.place(), List.of()).with(path, value);
    }
  }

  /** A list. */
  record Sequence(Place place, List<Tree> items) implements Tree {
    @Override
    public String shown() {
      return items.isEmpty() ? "an empty list" : "a list";
    }

    @Override
    public Tree with(List<String> path, Tree value) {
      String step = path.get(0);
      if (!step.matches("[0-9]{1,9}") || Integer.parseInt(step) >= items.size()) {
        throw new IllegalArgumentException(
            "'"
                + step
                + "' is no item of a list of "
                + items.size()
                + ": expected its number, counted from 0");
      }
      int index = Integer.parseInt(step);
      List<String> rest = path.subList(1, path.size());
      List<Tree> changed = new ArrayList<>(items);
      changed.set(index, rest.isEmpty() ? value : items.get(index).with(rest, value));
      return new Sequence(place, changed);
    }
  }

  /** Keys, each once, with their values. */
  record Mapping(Place place, List<Entry> entries) implements Tree {
    @Override
    public String shown() {
      return "a mapping";
    }

    Optional<Entry> entry(String key) {
      return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    @Override
    public Tree with(List<String> path, Tree value) {
      String key = path.get(0);
      List<String> rest = path.subList(1, path.size());
      Entry changed;
      if (rest.isEmpty()) {
        changed = new Entry(value.place(), key, value);
      } else {
        Entry old =
            entry(key).orElseGet(() -> new Entry(value.place(), key, new Nothing(value.place())));
        changed = new Entry(old.place(), key, old.value().with(rest, value));
      }
      Stream<Entry> others = entries.stream().filter(entry -> !entry.key().equals(key));
      return new Mapping(place, Stream.concat(others, Stream.of(changed)).toList());
    }
  }

  /** One key of a mapping. */
  record Entry(Place place, String key, Tree value) {}
}
