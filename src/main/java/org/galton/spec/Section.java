package org.galton.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.galton.spec.Tree.Entry;
import org.galton.spec.Tree.Mapping;
import org.galton.spec.Tree.Scalar;
import org.galton.spec.Tree.Sequence;

/**
 * A mapping of a spec while it is read. A key is known once it was asked for; a key that nobody
 * asked for is a problem. A value that cannot be read is replaced by a stand-in so that the rest is
 * checked as well: read every key first, then make the record in {@link #build}, which leaves it
 * when something was wrong. Where a method has a fallback the key may be absent.
 */
public final class Section {
  private final Mapping mapping;
  private final String path;
  private final Set<SpecKey> asked;
  private final Problems problems;
  private final int problemsBefore;
  private final Set<String> known = new LinkedHashSet<>();
  private final Map<String, String> missing = new LinkedHashMap<>();

  private Section(Mapping mapping, String path, Set<SpecKey> asked, Problems problems) {
    this.mapping = mapping;
    this.path = path;
    this.asked = asked;
    this.problems = problems;
    this.problemsBefore = problems.count();
  }

  /** Reads a whole mapping; null where it could not be built. */
  static <T> T read(Mapping mapping, Problems problems, Function<Section, T> reader) {
    return new Section(mapping, "", new LinkedHashSet<>(), problems).read(reader);
  }

  /** The keys that a reader asks a mapping for, those of its sections included. */
  static Set<SpecKey> keys(Mapping mapping, Function<Section, ?> reader) {
    Section section = new Section(mapping, "", new LinkedHashSet<>(), new Problems());
    section.read(reader);
    return section.asked;
  }

  private <T> T read(Function<Section, T> reader) {
    T value = reader.apply(this);
    close();
    return value;
  }

  public boolean has(String key) {
    return mapping.entry(key).isPresent();
  }

  public <T> T value(String key, ValueType<T> type) {
    ask(key, SpecKey.Kind.VALUE);
    return required(key, type.expected(), type.standIn(), value -> scalar(named(key), value, type));
  }

  public <T> T value(String key, ValueType<T> type, T fallback) {
    ask(key, SpecKey.Kind.VALUE);
    return optional(key, fallback, value -> scalar(named(key), value, type));
  }

  /** Nothing where the key is absent. */
  public <T> Optional<T> optional(String key, ValueType<T> type) {
    ask(key, SpecKey.Kind.VALUE);
    return optional(key, Optional.empty(), value -> Optional.of(scalar(named(key), value, type)));
  }

  /** A list of at least one value, each given once. */
  public <T> List<T> list(String key, ValueType<T> type) {
    ask(key, SpecKey.Kind.LIST);
    String expected = "a list of at least one item, each " + type.expected();
    return required(
        key, expected, List.of(), value -> scalars(key, someItems(key, value, expected), type));
  }

  /** The same, where an item may be a mapping instead that says a value by keys of its own. */
  public <T> List<T> list(String key, ValueType<T> type, Function<Section, T> reader) {
    ask(key, SpecKey.Kind.LIST);
    String expected = "a list of at least one item, each " + type.expected();
    return required(
        key,
        expected,
        List.of(),
        value -> {
          List<Tree> items = someItems(key, value, expected);
          String name = "an item of " + named(key);
          return distinct(
              key,
              items,
              item ->
                  item instanceof Mapping
                      ? Optional.ofNullable(
                          nested(key + "." + items.indexOf(item), name, item, reader))
                      : parsed(name, item, type));
        });
  }

  /** A list of any number of values, each given once. */
  public <T> List<T> list(String key, ValueType<T> type, List<T> fallback) {
    ask(key, SpecKey.Kind.LIST);
    return optional(key, fallback, value -> scalars(key, items(key, value, "a list"), type));
  }

  /** A list of at least one value, in its order, the same one any number of times. */
  public <T> List<T> sequence(String key, ValueType<T> type) {
    ask(key, SpecKey.Kind.LIST);
    String expected = "a list of at least one item, each " + type.expected();
    return required(
        key,
        expected,
        List.of(),
        value ->
            someItems(key, value, expected).stream()
                .map(item -> scalar("an item of " + named(key), item, type))
                .toList());
  }

  public <T> T section(String key, Function<Section, T> reader) {
    ask(key, SpecKey.Kind.SECTION);
    return required(key, "a mapping", null, value -> nested(key, named(key), value, reader));
  }

  public <T> T section(String key, Function<Section, T> reader, T fallback) {
    ask(key, SpecKey.Kind.SECTION);
    return optional(key, fallback, value -> nested(key, named(key), value, reader));
  }

  /** One value, or a mapping where it has keys of its own. */
  public <T> T valueOrSection(
      String key, ValueType<T> type, Function<Section, T> reader, T fallback) {
    ask(key, SpecKey.Kind.VALUE);
    return optional(
        key,
        fallback,
        value ->
            value instanceof Mapping
                ? nested(key, named(key), value, reader)
                : scalar(named(key), value, type));
  }

  /** The same without a default. */
  public <T> T valueOrSection(String key, ValueType<T> type, Function<Section, T> reader) {
    ask(key, SpecKey.Kind.VALUE);
    return required(
        key,
        type.expected(),
        type.standIn(),
        value ->
            value instanceof Mapping
                ? Optional.ofNullable(nested(key, named(key), value, reader)).orElse(type.standIn())
                : scalar(named(key), value, type));
  }

  /** A list of at least one mapping. */
  public <T> List<T> sections(String key, Function<Section, T> reader) {
    ask(key, SpecKey.Kind.SECTION);
    String expected = "a list of at least one mapping";
    return required(
        key,
        expected,
        List.of(),
        value -> nestedItems(key, someItems(key, value, expected), reader));
  }

  /** One mapping, or a list of at least one. */
  public <T> List<T> sectionOrSections(String key, Function<Section, T> reader) {
    ask(key, SpecKey.Kind.SECTION);
    String expected = "a mapping, or a list of at least one";
    return required(
        key,
        expected,
        List.of(),
        value ->
            value instanceof Mapping
                ? Stream.ofNullable(nested(key, named(key), value, reader)).toList()
                : nestedItems(key, someItems(key, value, expected), reader));
  }

  /**
   * The section's record, or null when one of its values was wrong or the record itself refuses
   * them.
   */
  public <T> T build(Supplier<T> record) {
    if (problems.count() > problemsBefore || !missing.isEmpty()) {
      return null;
    }
    try {
      return record.get();
    } catch (InvalidInput e) {
      e.problems().forEach(problem -> problems.addWhole(mapping.place(), problem));
    } catch (IllegalArgumentException e) {
      problems.add(mapping.place(), Shown.sentence(e.getMessage()));
    }
    return null;
  }

  /** Says what is wrong with the section as a whole. */
  public void problem(String text) {
    problems.add(mapping.place(), Shown.sentence(text));
  }

  /**
   * Says what is wrong with a key's value, where the key is, or where the section begins when it is
   * absent.
   */
  public void problem(String key, String text) {
    problems.add(
        mapping.entry(key).map(Entry::place).orElse(mapping.place()), Shown.sentence(text));
  }

  /** Lets every further key pass: what they may be depends on a value that is wrong. */
  public void leaveRest() {
    mapping.entries().forEach(entry -> known.add(entry.key()));
  }

  private void ask(String key, SpecKey.Kind kind) {
    known.add(key);
    asked.add(new SpecKey(path + key, kind));
  }

  private <T> T required(String key, String expected, T standIn, Function<Tree, T> read) {
    Optional<Entry> entry = mapping.entry(key);
    if (entry.isEmpty()) {
      missing.put(key, expected);
      return standIn;
    }
    return read.apply(entry.get().value());
  }

  private <T> T optional(String key, T fallback, Function<Tree, T> read) {
    Optional<Entry> entry = mapping.entry(key);
    return entry.isEmpty() ? fallback : read.apply(entry.get().value());
  }

  private <T> T scalar(String name, Tree value, ValueType<T> type) {
    return parsed(name, value, type).orElse(type.standIn());
  }

  private <T> Optional<T> parsed(String name, Tree value, ValueType<T> type) {
    String hint = "";
    if (value instanceof Scalar scalar) {
      try {
        Optional<T> parsed = type.parse().apply(scalar.text());
        if (parsed.isPresent()) {
          return parsed;
        }
        hint = type.hint(scalar.text());
      } catch (IllegalArgumentException e) {
        problems.add(value.place(), Shown.sentence(e.getMessage()));
        return Optional.empty();
      }
    }
    return Optional.ofNullable(wrong(name, value, type.expected() + hint, null));
  }

  private <T> List<T> scalars(String key, List<Tree> items, ValueType<T> type) {
    return distinct(key, items, item -> parsed("an item of " + named(key), item, type));
  }

  private <T> List<T> distinct(String key, List<Tree> items, Function<Tree, Optional<T>> reader) {
    Set<T> values = new LinkedHashSet<>();
    for (Tree item : items) {
      Optional<T> read = reader.apply(item);
      if (read.isPresent() && !values.add(read.get())) {
        problems.add(
            item.place(), named(key) + " has " + item.shown() + " twice: expected each item once");
      }
    }
    return List.copyOf(values);
  }

  private <T> T nested(String step, String name, Tree value, Function<Section, T> reader) {
    return value instanceof Mapping nested
        ? new Section(nested, path + step + ".", asked, problems).read(reader)
        : wrong(name, value, "a mapping", null);
  }

  private <T> List<T> nestedItems(String key, List<Tree> items, Function<Section, T> reader) {
    List<T> values = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      values.add(nested(key + "." + i, "an item of " + named(key), items.get(i), reader));
    }
    return values.stream().filter(Objects::nonNull).toList();
  }

  private List<Tree> items(String key, Tree value, String expected) {
    return value instanceof Sequence sequence
        ? sequence.items()
        : wrong(named(key), value, expected, List.of());
  }

  private List<Tree> someItems(String key, Tree value, String expected) {
    List<Tree> items = items(key, value, expected);
    return value instanceof Sequence && items.isEmpty()
        ? wrong(named(key), value, expected, List.of())
        : items;
  }

  private <T> T wrong(String name, Tree value, String expected, T standIn) {
    problems.add(value.place(), name + " is " + value.shown() + ": expected " + expected);
    return standIn;
  }

  /** Unknown keys, and missing ones unless a misspelling explains their absence. */
  private void close() {
    for (Entry entry : mapping.entries()) {
      if (!known.contains(entry.key())) {
        Nearest.to(entry.key(), known).ifPresent(missing::remove);
        String hint = Nearest.hint(entry.key(), known);
        String expected = hint.isEmpty() ? ": expected one of " + String.join(", ", known) : hint;
        problems.add(entry.place(), "unknown key " + Shown.quoted(entry.key()) + expected);
      }
    }
    missing.forEach(
        (key, expected) ->
            problems.add(mapping.place(), "missing key " + named(key) + ": expected " + expected));
  }

  private static String named(String key) {
    return "'" + key + "'";
  }
}
