package org.galton.model.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.model.Completion;
import org.galton.search.SearchedNode;

/** A search's tree as it is reported. */
final class DrawnNodes {
  private DrawnNodes() {}

  static List<ReportedNode> of(List<SearchedNode<DrawnPath>> nodes) {
    List<ReportedNode> reported = new ArrayList<>(nodes.size());
    for (SearchedNode<DrawnPath> node : nodes) {
      Completion block = node.state().block();
      reported.add(
          block == null
              ? new ReportedNode(with(node, ""), Optional.empty())
              : new ReportedNode(with(node, added(node.state())), Optional.of(block)));
    }
    return reported;
  }

  /** Its last characters can change those of the step before, where one lay across the border. */
  private static String added(DrawnPath path) {
    String before = path.before().text();
    String text = path.text();
    int same = 0;
    while (same < Math.min(before.length(), text.length())
        && before.charAt(same) == text.charAt(same)) {
      same++;
    }
    return text.substring(
        same > 0 && Character.isHighSurrogate(text.charAt(same - 1)) ? same - 1 : same);
  }

  private static SearchedNode<String> with(SearchedNode<DrawnPath> node, String text) {
    return new SearchedNode<>(
        text,
        node.parent(),
        node.depth(),
        node.ending(),
        node.expansion(),
        node.backup(),
        node.q(),
        node.visits(),
        node.advantage(),
        node.putOut());
  }
}
