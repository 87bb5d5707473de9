package org.galton.search.tree;

/** Nodes that are no tree to walk on. */
public final class InvalidTree extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String problem;

  InvalidTree(String found, String expected) {
    super("Invalid tree: %s; expected %s".formatted(found, expected));
    problem = "%s; expected %s".formatted(found, expected);
  }

  /** Found and expected, to be set behind the name of a file. */
  public String problem() {
    return problem;
  }
}
