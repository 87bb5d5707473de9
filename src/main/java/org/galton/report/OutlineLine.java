package org.galton.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A line of a tree that {@code outline.html} shows step by step. Lines go down before they go on,
 * so that each node's children follow it.
 *
 * @param text what the step adds
 * @param ending of a trajectory, in a word; empty where it goes on
 * @param facts in words
 * @param putOut whether it is on the way to the completion
 * @param inner whether children follow
 * @param closed one for each node above whose last line this is
 */
public record OutlineLine(
    int node,
    String text,
    String ending,
    String facts,
    boolean putOut,
    boolean inner,
    List<Integer> closed) {

  /** Lines in the order of a page. A node whose parent is not before it is left out. */
  public static List<OutlineLine> of(List<OutlineNode> nodes) {
    Map<Integer, List<OutlineNode>> children = new HashMap<>();
    nodes.stream()
        .filter(node -> node.parent() < node.node())
        .forEach(
            node -> children.computeIfAbsent(node.parent(), key -> new ArrayList<>()).add(node));
    List<OutlineLine> lines = new ArrayList<>();
    children.getOrDefault(-1, List.of()).stream()
        .findFirst()
        .ifPresent(root -> add(root, children, lines));
    return lines;
  }

  /** Without recursion: files that are not Galton's may be deeper than a stack. */
  private static void add(
      OutlineNode root, Map<Integer, List<OutlineNode>> children, List<OutlineLine> lines) {
    record Open(OutlineNode node, int closes) {}
    Deque<Open> left = new ArrayDeque<>(List.of(new Open(root, 0)));
    while (!left.isEmpty()) {
      Open open = left.pop();
      List<OutlineNode> below = children.getOrDefault(open.node().node(), List.of());
      lines.add(line(open.node(), !below.isEmpty(), below.isEmpty() ? open.closes() : 0));
      for (int i = below.size() - 1; i >= 0; i--) {
        left.push(new Open(below.get(i), i == below.size() - 1 ? open.closes() + 1 : 0));
      }
    }
  }

  private static OutlineLine line(OutlineNode node, boolean inner, int closes) {
    return new OutlineLine(
        node.node(),
        node.text(),
        node.ending(),
        node.facts(),
        node.putOut(),
        inner,
        Collections.nCopies(closes, node.node()));
  }
}
