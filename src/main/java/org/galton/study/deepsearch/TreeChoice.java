package org.galton.study.deepsearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.galton.job.run.RunTables;
import org.galton.report.OutlineLine;
import org.galton.report.OutlineNode;
import org.galton.study.deepsearch.view.ShownTree;
import org.galton.study.deepsearch.view.TreeNodes;
import org.galton.study.deepsearch.view.TreesSection;
import org.galton.sweep.SamplingNames;
import org.galton.table.BooksRow;
import org.galton.table.PromptRow;
import org.galton.table.SearchNodesRow;

/**
 * Chooses the trees that the report of a sweep shows: of each prompt the first that found a right
 * completion and the first that did not, for a few prompts of a cell.
 */
final class TreeChoice {
  private static final int TREES = 12;
  private static final int PROMPTS_PER_CELL = 3;
  private static final int FILES_PER_CELL = 4;

  /** Nodes of one tree: those made first, and those on the way to the completion. */
  private static final int NODES = 200;

  private final Map<Boolean, Kept> first = new TreeMap<>();
  private final List<Kept> chosen = new ArrayList<>();
  private final List<String> prompts = new ArrayList<>();
  private Kept open;

  private TreeChoice() {}

  /** One tree, with as many of its nodes as are shown. */
  private static final class Kept {
    private final SearchNodesRow root;
    private final List<OutlineNode> nodes = new ArrayList<>();
    private int size;
    private boolean found;

    Kept(SearchNodesRow root) {
      this.root = root;
    }

    boolean holds(SearchNodesRow row) {
      return root.promptId().equals(row.promptId()) && root.rolloutIndex() == row.rolloutIndex();
    }

    void add(SearchNodesRow row) {
      size++;
      found |= row.putOut() && "correct".equals(row.ending());
      if (size <= NODES || row.putOut()) {
        nodes.add(TreeNodes.shown(row));
      }
    }
  }

  static TreesSection of(RunTables run) {
    List<ShownTree> shown = new ArrayList<>();
    long trees = 0;
    Map<String, String> names =
        SamplingNames.of(run.books().stream().map(BooksRow::sampling).distinct().toList());
    Map<String, String> questions = null;
    for (BooksRow cell : run.books()) {
      TreeChoice choice = new TreeChoice();
      run.forEachNode(cell, FILES_PER_CELL, choice::add);
      choice.closePrompt();
      if (!choice.chosen.isEmpty()) {
        trees += cell.scored() + cell.unscored();
        if (questions == null) {
          questions =
              run.prompts().stream()
                  .collect(
                      Collectors.toMap(PromptRow::promptId, PromptRow::text, (one, other) -> one));
        }
        for (Kept tree : choice.chosen) {
          if (shown.size() < TREES) {
            String question = questions.getOrDefault(tree.root.promptId(), tree.root.promptId());
            shown.add(shown(cell, names.get(cell.sampling()), question, tree));
          }
        }
      }
    }
    return new TreesSection(shown, trees, run.folder());
  }

  private static ShownTree shown(BooksRow cell, String sampling, String question, Kept tree) {
    return ShownTree.of(
        "%s, %s, %s".formatted(cell.model(), cell.task(), sampling),
        question,
        tree.root.rolloutIndex(),
        tree.found,
        tree.size,
        tree.size - tree.nodes.size(),
        OutlineLine.of(tree.nodes));
  }

  private void add(SearchNodesRow row) {
    if (open == null || !open.holds(row)) {
      closeTree();
      if (open != null && !open.root.promptId().equals(row.promptId())) {
        closePrompt();
      }
      open = new Kept(row);
    }
    if (prompts.size() < PROMPTS_PER_CELL) {
      open.add(row);
    }
  }

  private void closeTree() {
    if (open != null && open.size > 0) {
      first.putIfAbsent(open.found, open);
    }
  }

  private void closePrompt() {
    closeTree();
    if (!first.isEmpty() && !prompts.contains(open.root.promptId())) {
      prompts.add(open.root.promptId());
      // Found ones first.
      for (boolean found : new boolean[] {true, false}) {
        if (first.containsKey(found)) {
          chosen.add(first.get(found));
        }
      }
    }
    first.clear();
  }
}
