package org.galton.task.judge.math;

import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.math3.fraction.BigFraction;
import org.galton.task.judge.math.parse.Commas;
import org.galton.task.judge.math.parse.MathParser;
import org.galton.task.judge.math.tree.MathConstant;
import org.galton.task.judge.math.tree.MathNode;
import org.galton.task.judge.math.tree.Measure;

/**
 * Reads mathematics from LaTeX and from plain text, whole or not at all. Bounded: 4,096 characters,
 * depth 64, 512 nodes, 64 names, 256 cells, numbers of 256 digits, 2,048 digits in all. A text
 * beyond the bounds, or with two common readings, is none.
 */
public final class MathReader {
  private MathReader() {}

  /**
   * Empty where the text, but for blanks, dollar signs and a period at its end, is not one
   * mathematical thing. A word or two behind a number name what it counts.
   */
  public static Optional<MathAnswer> whole(String text, MathNotation notation) {
    if (text.length() > MathParser.LONGEST) {
      return Optional.empty();
    }
    return read(text, notation)
        .filter(read -> !read.parsed().rest() || !read.parsed().things().isEmpty())
        .map(MathReader::counted);
  }

  /** The longest beginning that is one mathematical thing; empty where there is none. */
  public static Optional<MathPrefix> prefix(String text, MathNotation notation) {
    return read(text, notation)
        .map(
            read ->
                new MathPrefix(
                    MathAnswer.of(read.parsed().node(), read.letters()), read.parsed().end()));
  }

  private record Read(MathParser.Parsed parsed, Set<String> letters) {}

  /**
   * What stands alone left of an equals sign is a name, be it e or i: then the text is read anew.
   */
  private static Optional<Read> read(String text, MathNotation notation) {
    Commas commas =
        switch (notation.commas()) {
          case OF_REFERENCE -> Commas.GROUPS_OR_LIST;
          case DECIMAL -> Commas.GROUPS_OR_DECIMAL;
          case LIST -> Commas.LIST;
        };
    Optional<MathParser.Parsed> parsed = MathParser.parse(text, notation.letters(), commas);
    Set<String> names = new TreeSet<>();
    parsed.ifPresent(p -> collectNames(p.node(), names));
    if (names.isEmpty()) {
      return parsed.map(p -> new Read(p, notation.letters()));
    }
    names.addAll(notation.letters());
    return MathParser.parse(text, names, commas).map(p -> new Read(p, names));
  }

  private static void collectNames(MathNode node, Set<String> names) {
    if (node instanceof MathNode.Listed listed) {
      listed.items().forEach(item -> collectNames(item, names));
    }
    if (node instanceof MathNode.Chain chain
        && chain.members().get(0) instanceof MathNode.Constant constant) {
      if (constant.constant() == MathConstant.E) {
        names.add("e");
      } else if (constant.constant() == MathConstant.I) {
        names.add("i");
      }
    }
  }

  private static MathAnswer counted(Read read) {
    String things = read.parsed().things();
    MathNode node = read.parsed().node();
    if (!things.isEmpty()) {
      TreeMap<String, Integer> dimension = new TreeMap<>();
      String one = things.endsWith("s") ? things.substring(0, things.length() - 1) : things;
      dimension.put("thing:" + one, 1);
      node =
          new MathNode.Measured(node, new Measure(dimension, BigFraction.ONE, Measure.Kind.UNIT));
    }
    return MathAnswer.of(node, read.letters());
  }
}
