package org.galton.task.judge.math;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;
import org.galton.task.judge.math.tree.Bracket;
import org.galton.task.judge.math.tree.MathNode;
import org.galton.task.judge.math.tree.Measure;
import org.galton.task.judge.math.tree.Relation;
import org.galton.task.judge.math.tree.Scalars;
import org.galton.task.judge.math.tree.SetOperation;
import org.galton.task.judge.math.value.Folding;
import org.galton.task.judge.math.value.NormalText;

/** The text of a tree that is the same for equal values: sets sorted, tuples in order. */
final class NormalForm {
  private static final Map<String, String> SYMBOLS =
      Map.of("length", "m", "mass", "kg", "time", "s", "current", "A", "degree", "°");

  private NormalForm() {}

  static String of(MathNode node) {
    if (Scalars.isInfinite(node)) {
      return node instanceof MathNode.Negative ? "-∞" : "∞";
    } else if (Scalars.isScalar(node)) {
      return NormalText.of(Folding.fold(node));
    } else if (node instanceof MathNode.Measured measured) {
      return measured(measured);
    } else if (node instanceof MathNode.Listed listed) {
      return String.join(",", sorted(listed.items()));
    } else if (node instanceof MathNode.Bracketed bracketed) {
      return bracketed(bracketed);
    } else if (node instanceof MathNode.Matrix matrix) {
      return matrix(matrix);
    } else if (node instanceof MathNode.Chain chain) {
      return chain(chain);
    } else if (node instanceof MathNode.Combined combined) {
      return combined(combined);
    } else if (node instanceof MathNode.NumberSet set) {
      return "set " + set.letter();
    } else if (node instanceof MathNode.Ratio ratio) {
      return ratio(ratio);
    } else if (node instanceof MathNode.Clock clock) {
      return clock.text();
    } else if (node instanceof MathNode.Range range) {
      return of(range.from()) + "-" + of(range.to());
    } else if (node instanceof MathNode.Based based) {
      return based.digits() + "_" + based.base();
    }
    throw new IllegalStateException("No text for " + node.getClass());
  }

  private static String measured(MathNode.Measured measured) {
    Measure measure = measured.measure();
    if (measure.kind() == Measure.Kind.PERCENT) {
      return of(measured.value()) + "%";
    }
    String unit =
        measure.dimension().entrySet().stream()
            .map(
                part -> symbol(part.getKey()) + (part.getValue() == 1 ? "" : "^" + part.getValue()))
            .collect(Collectors.joining(" "));
    return of(Scalars.times(measure.factor(), measured.value())) + " " + unit;
  }

  private static String symbol(String dimension) {
    int colon = dimension.indexOf(':');
    return colon >= 0 ? dimension.substring(colon + 1) : SYMBOLS.getOrDefault(dimension, dimension);
  }

  /** Numbers by value, then all else by its text. */
  private static List<String> sorted(List<MathNode> items) {
    record Item(BigFraction value, String text) {}
    List<Item> list = new ArrayList<>();
    for (MathNode item : items) {
      MathNode folded = Scalars.isScalar(item) ? Folding.fold(item) : item;
      BigFraction value = folded instanceof MathNode.Literal number ? number.value() : null;
      list.add(new Item(value, of(item)));
    }
    list.sort(
        Comparator.comparing(Item::value, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Item::text));
    return list.stream().map(Item::text).toList();
  }

  private static String bracketed(MathNode.Bracketed bracketed) {
    if (bracketed.open() == Bracket.CURLY) {
      return "{" + String.join(",", sorted(bracketed.items()).stream().distinct().toList()) + "}";
    }
    return (bracketed.open() == Bracket.ROUND ? "(" : "[")
        + bracketed.items().stream().map(NormalForm::of).collect(Collectors.joining(","))
        + (bracketed.close() == Bracket.ROUND ? ")" : "]");
  }

  /** A matrix of one column is a tuple. */
  private static String matrix(MathNode.Matrix matrix) {
    if (matrix.rows().size() > 1 && matrix.rows().get(0).size() == 1) {
      return matrix.rows().stream()
          .map(row -> of(row.get(0)))
          .collect(Collectors.joining(",", "(", ")"));
    }
    return matrix.rows().stream()
        .map(row -> row.stream().map(NormalForm::of).collect(Collectors.joining(",", "[", "]")))
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** With the smaller sides to the left. */
  private static String chain(MathNode.Chain chain) {
    Relation first = chain.relations().get(0);
    boolean turned = first == Relation.MORE || first == Relation.AT_LEAST;
    StringBuilder text = new StringBuilder();
    int last = chain.members().size() - 1;
    for (int i = 0; i <= last; i++) {
      text.append(of(chain.members().get(turned ? last - i : i)));
      if (i < last) {
        Relation relation = chain.relations().get(turned ? last - 1 - i : i);
        text.append(sign(turned ? relation.flipped() : relation));
      }
    }
    return text.toString();
  }

  private static String sign(Relation relation) {
    return switch (relation) {
      case EQUAL -> "=";
      case UNEQUAL -> "≠";
      case LESS -> "<";
      case AT_MOST -> "≤";
      case MORE -> ">";
      case AT_LEAST -> "≥";
      case IN -> "∈";
      case ABOUT -> "≈";
    };
  }

  private static String combined(MathNode.Combined combined) {
    List<MathNode> parts = new ArrayList<>();
    collect(combined, combined.operation(), parts);
    boolean ordered = combined.operation() == SetOperation.DIFFERENCE;
    String sign =
        switch (combined.operation()) {
          case UNION -> " ∪ ";
          case INTERSECTION -> " ∩ ";
          case DIFFERENCE -> " \\ ";
        };
    List<String> texts = parts.stream().map(NormalForm::of).toList();
    return String.join(sign, ordered ? texts : texts.stream().sorted().toList());
  }

  private static void collect(MathNode node, SetOperation operation, List<MathNode> parts) {
    if (node instanceof MathNode.Combined combined && combined.operation() == operation) {
      collect(combined.left(), operation, parts);
      parts.add(combined.right());
    } else {
      parts.add(node);
    }
  }

  /** Fractions as whole numbers without a common divisor. */
  private static String ratio(MathNode.Ratio ratio) {
    List<BigFraction> values = new ArrayList<>();
    for (MathNode term : ratio.terms()) {
      if (Folding.fold(term) instanceof MathNode.Literal literal) {
        values.add(literal.value());
      }
    }
    if (values.size() < ratio.terms().size()) {
      return ratio.terms().stream().map(NormalForm::of).collect(Collectors.joining(":"));
    }
    BigInteger multiple =
        values.stream()
            .map(BigFraction::getDenominator)
            .reduce(BigInteger.ONE, (a, b) -> a.divide(a.gcd(b)).multiply(b));
    BigInteger divisor =
        values.stream()
            .map(value -> value.multiply(multiple).getNumerator())
            .reduce(BigInteger.ZERO, BigInteger::gcd);
    BigInteger common = divisor.signum() == 0 ? BigInteger.ONE : divisor;
    return values.stream()
        .map(value -> value.multiply(multiple).getNumerator().divide(common).toString())
        .collect(Collectors.joining(":"));
  }
}
