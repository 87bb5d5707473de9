package org.galton.spec;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.galton.spec.Tree.Entry;
import org.galton.spec.Tree.Mapping;
import org.galton.spec.Tree.Nothing;
import org.galton.spec.Tree.Scalar;
import org.galton.spec.Tree.Sequence;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Text to {@link Tree}. Builds no Java object that a tag names, and bounds length, depth, aliases
 * and the values that all of them make together.
 */
final class TreeReader {
  private static final int DEEPEST = 20;
  private static final int MOST_ALIASES = 20;

  /** An alias counts as all that it stands for. */
  private static final int MOST_VALUES = 20_000;

  private final IntFunction<Place> places;
  private final Problems problems;
  private int values;

  /**
   * @param places from a line's number, 1 for the first, to its name; 0 is the whole text
   */
  TreeReader(IntFunction<Place> places, Problems problems) {
    this.places = places;
    this.problems = problems;
  }

  /** The text's value, or nothing where the text is no YAML at all. */
  Optional<Tree> read(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(SpecSource.MOST_BYTES);
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    try {
      Node node = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
      return Optional.of(node == null ? new Nothing(places.apply(1)) : tree(node));
    } catch (TooManyValues e) {
      return broken(
          e.line,
          "it has more than %,d values, counting aliases by what they stand for"
              .formatted(MOST_VALUES));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      return broken(line, "this is no YAML: " + e.getProblem());
    } catch (ReaderException e) {
      int line = 1 + (int) text.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count();
      return broken(
          line,
          String.format("this is no YAML: character U+%04X is not allowed", e.getCodePoint()));
    } catch (YAMLException e) {
      return broken(0, e.getMessage());
    }
  }

  private Optional<Tree> broken(int line, String reason) {
    problems.add(places.apply(line), Shown.sentence(reason));
    return Optional.empty();
  }

  private Tree tree(Node node) {
    if (++values > MOST_VALUES) {
      throw new TooManyValues(node.getStartMark().getLine() + 1);
    }
    Place place = place(node);
    if (node.isTwoStepsConstruction()) {
      problems.add(place, "an anchor's value contains itself");
      return new Nothing(place);
    }
    if (node instanceof MappingNode mapping) {
      return new Mapping(place, entries(mapping));
    }
    if (node instanceof SequenceNode sequence) {
      return new Sequence(place, sequence.getValue().stream().map(this::tree).toList());
    }
    String text = ((ScalarNode) node).getValue();
    return node.getTag().equals(Tag.NULL) ? new Nothing(place) : new Scalar(place, text);
  }

  private List<Entry> entries(MappingNode mapping) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Place place = place(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(place, "a key is " + tree(tuple.getKeyNode()).shown() + ": expected text");
        continue;
      }
      Entry entry = new Entry(place, key.getValue(), tree(tuple.getValueNode()));
      Entry first = entries.putIfAbsent(entry.key(), entry);
      if (first != null) {
        problems.add(place, again(first));
      }
    }
    return List.copyOf(entries.values());
  }

  private static String again(Entry first) {
    return "duplicate key "
        + Shown.quoted(first.key())
        + ": first given on "
        + first.place().reference();
  }

  private Place place(Node node) {
    return places.apply(node.getStartMark().getLine() + 1);
  }

  /** Leaves the walk through a text whose values do not end. */
  private static final class TooManyValues extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient int line;

    TooManyValues(int line) {
      this.line = line;
    }
  }
}
