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

  NodeName path() {
    return new NodeName(name);
  }

  boolean isRoot() {
    return path().isRoot();
  }

  /** In the words of an error. */
  String shown() {
    return path().shown();
  }
}
