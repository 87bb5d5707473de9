package org.galton.search.tree;

import java.util.OptionalDouble;

/**
 * A node as it is written down.
 *
 * @param name its tokens, joined by dots; empty for the root
 * @param reference probability of its last token after the others; none at the root
 * @param value estimate of the expected weight of what begins so; of inner nodes
 * @param tau weight of a complete sequence; of leaves
 */
public record GivenNode(
    String name, OptionalDouble reference, OptionalDouble value, OptionalDouble tau) {

  public static GivenNode root() {
    return new GivenNode(
        "", OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
  }

  public static GivenNode inner(String name, double reference, double value) {
    return new GivenNode(
        name, OptionalDouble.of(reference), OptionalDouble.of(value), OptionalDouble.empty());
  }

  public static GivenNode leaf(String name, double reference, double tau) {
    return new GivenNode(
        name, OptionalDouble.of(reference), OptionalDouble.empty(), OptionalDouble.of(tau));
  }

  boolean isRoot() {
    return name.isEmpty();
  }

  /** Tokens from the root. */
  int depth() {
    return isRoot() ? 0 : 1 + (int) name.chars().filter(unit -> unit == '.').count();
  }

  String parent() {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  /** In the words of an error. */
  String shown() {
    return isRoot() ? "the root" : "node '%s'".formatted(name);
  }
}
