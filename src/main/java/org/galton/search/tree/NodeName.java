package org.galton.search.tree;

/**
 * A node as files name it: its tokens, joined by dots; empty for the root. In the order of depth,
 * then token by token: whole numbers by size and before other tokens, these as texts. So parents
 * come before children, and the children of a node lie side by side, in the order of their parents.
 */
public record NodeName(String text) implements Comparable<NodeName> {

  public boolean isRoot() {
    return text.isEmpty();
  }

  /** Tokens from the root. */
  public int depth() {
    int depth = isRoot() ? 0 : 1;
    for (int i = 0; i < text.length(); i++) {
      depth += text.charAt(i) == '.' ? 1 : 0;
    }
    return depth;
  }

  /** Without the last token; the root's is the root. */
  public String parent() {
    return text.substring(0, Math.max(0, text.lastIndexOf('.')));
  }

  /** Whether no token is empty, and results would not take it for the root. */
  public boolean isWellFormed() {
    return !text.startsWith(".")
        && !text.endsWith(".")
        && !text.contains("..")
        && !text.equals("root");
  }

  /** In the words of an error. */
  public String shown() {
    return isRoot() ? "the root" : "node '%s'".formatted(text);
  }

  @Override
  public int compareTo(NodeName other) {
    int depths = Integer.compare(depth(), other.depth());
    int mine = 0;
    int theirs = 0;
    int order = depths;
    while (order == 0 && mine < text.length() && theirs < other.text.length()) {
      int end = end(text, mine);
      int otherEnd = end(other.text, theirs);
      order = compare(text.substring(mine, end), other.text.substring(theirs, otherEnd));
      mine = end + 1;
      theirs = otherEnd + 1;
    }
    return order;
  }

  private static int end(String text, int from) {
    int dot = text.indexOf('.', from);
    return dot < 0 ? text.length() : dot;
  }

  private static int compare(String one, String other) {
    boolean isNumber = isNumber(one);
    if (isNumber != isNumber(other)) {
      return isNumber ? -1 : 1;
    }
    int lengths = isNumber ? Integer.compare(one.length(), other.length()) : 0;
    return lengths == 0 ? one.compareTo(other) : lengths;
  }

  private static boolean isNumber(String token) {
    return !token.isEmpty() && token.chars().allMatch(unit -> unit >= '0' && unit <= '9');
  }
}
