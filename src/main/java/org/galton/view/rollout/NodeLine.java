package org.galton.view.rollout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.galton.report.Figures;
import org.galton.report.VisibleText;
import org.galton.view.engine.BoundSql;
import org.galton.view.row.RolloutAddress;
import org.galton.view.row.ShownValue;

/**
 * A node of the tree that a rollout's search built. The lines of a page go down before they go on,
 * so that each node's children follow it.
 *
 * @param text what the step adds
 * @param ending of a trajectory, in a word; empty where it goes on
 * @param facts in words
 * @param putOut whether it is on the way to the completion
 * @param inner whether children follow
 * @param closed one for each node above whose last line this is
 */
public record NodeLine(
    int node,
    String text,
    String ending,
    String facts,
    boolean putOut,
    boolean inner,
    List<Integer> closed) {
  /** Nodes of one page; of a larger tree those made first. */
  public static final int MOST = 2_000;

  private static final int LONGEST = 300;

  /** As stored. */
  record Stored(int node, int parent, String text, String ending, String facts, boolean putOut) {}

  /** None where the rollout has no tree. */
  static BoundSql of(RolloutAddress address) {
    return BoundSql.of(
            "SELECT node, coalesce(parent, -1) AS parent, text, ending, entropy, expansion, backup,"
                + " q, visits, advantage, put_out FROM search_nodes WHERE")
        .then(address.matches())
        .then("ORDER BY node LIMIT " + MOST);
  }

  static Stored stored(ResultSet row) throws SQLException {
    String ending = row.getString("ending");
    return new Stored(
        row.getInt("node"),
        row.getInt("parent"),
        VisibleText.line(row.getString("text"), LONGEST),
        ending == null ? "" : VisibleText.line(ending, 20),
        facts(row),
        row.getBoolean("put_out"));
  }

  private static String facts(ResultSet row) throws SQLException {
    List<String> facts = new ArrayList<>();
    facts.add("q " + decimal(row, "q"));
    facts.add("visits " + ShownValue.count(row, "visits"));
    if (row.getInt("node") > 0) {
      facts.add("entropy " + decimal(row, "entropy"));
    }
    if (row.getObject("advantage") != null) {
      facts.add("advantage " + decimal(row, "advantage"));
    }
    if (row.getObject("expansion") != null) {
      facts.add("expansion " + ShownValue.count(row, "expansion"));
    }
    if (row.getObject("backup") != null) {
      facts.add("backup " + ShownValue.count(row, "backup"));
    }
    return String.join(", ", facts);
  }

  private static String decimal(ResultSet row, String column) throws SQLException {
    return ShownValue.text(row, column, value -> Figures.format("%.3f", value));
  }

  /** Lines in the order of a page. A node whose parent is not before it is left out. */
  static List<NodeLine> lines(List<Stored> nodes) {
    Map<Integer, List<Stored>> children = new HashMap<>();
    nodes.stream()
        .filter(node -> node.parent() < node.node())
        .forEach(
            node -> children.computeIfAbsent(node.parent(), key -> new ArrayList<>()).add(node));
    List<NodeLine> lines = new ArrayList<>();
    children.getOrDefault(-1, List.of()).stream()
        .findFirst()
        .ifPresent(root -> add(root, children, lines));
    return lines;
  }

  /** Without recursion: files that are not Galton's may be deeper than a stack. */
  private static void add(Stored root, Map<Integer, List<Stored>> children, List<NodeLine> lines) {
    record Open(Stored node, int closes) {}
    Deque<Open> left = new ArrayDeque<>(List.of(new Open(root, 0)));
    while (!left.isEmpty()) {
      Open open = left.pop();
      List<Stored> below = children.getOrDefault(open.node().node(), List.of());
      lines.add(line(open.node(), !below.isEmpty(), below.isEmpty() ? open.closes() : 0));
      for (int i = below.size() - 1; i >= 0; i--) {
        left.push(new Open(below.get(i), i == below.size() - 1 ? open.closes() + 1 : 0));
      }
    }
  }

  private static NodeLine line(Stored node, boolean inner, int closes) {
    return new NodeLine(
        node.node(),
        node.text(),
        node.ending(),
        node.facts(),
        node.putOut(),
        inner,
        Collections.nCopies(closes, node.node()));
  }
}
