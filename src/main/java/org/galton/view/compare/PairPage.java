package org.galton.view.compare;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.galton.report.VisibleText;
import org.galton.view.engine.BoundSql;
import org.galton.view.engine.Snapshot;
import org.galton.view.engine.ViewedFolder;
import org.galton.view.engine.ViewedFolders;
import org.galton.view.row.CellAddress;
import org.galton.view.row.ViewPage;
import org.galton.view.web.Parameters;

/**
 * What two cells drew for one prompt under one number, side by side.
 *
 * @param index the number of the rollout in both
 * @param before the number before it that both have; null where this is the first
 * @param after the next one
 */
public record PairPage(
    Parameters parameters,
    CellAddress a,
    CellAddress b,
    String prompt,
    int index,
    Integer before,
    Integer after,
    DrawnText first,
    DrawnText second,
    TextDifference difference)
    implements ViewPage {
  private static final int LONGEST = 50_000;

  /** Nothing where there is no rollout that both have. */
  public static Optional<PairPage> of(ViewedFolders folders, Parameters parameters) {
    Optional<CellAddress> a = ComparePage.cell(folders, parameters, "a");
    Optional<CellAddress> b = ComparePage.cell(folders, parameters, "b");
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    String promptId = parameters.text("prompt_id");
    List<DrawnText> ofA = drawn(folders, a.get(), promptId);
    List<DrawnText> ofB = drawn(folders, b.get(), promptId);
    TreeSet<Integer> shared =
        ofA.stream().map(DrawnText::index).collect(Collectors.toCollection(TreeSet::new));
    shared.retainAll(ofB.stream().map(DrawnText::index).toList());
    if (shared.isEmpty()) {
      return Optional.empty();
    }
    int index = index(parameters, shared);
    DrawnText first = numbered(ofA, index);
    DrawnText second = numbered(ofB, index);
    String prompt =
        folders.read(a.get().folder(), tables -> prompt(tables, a.get().task(), promptId));
    return Optional.of(
        new PairPage(
            parameters,
            a.get(),
            b.get(),
            VisibleText.of(prompt, LONGEST),
            index,
            shared.lower(index),
            shared.higher(index),
            first,
            second,
            TextDifference.of(first.completion(), second.completion())));
  }

  private static List<DrawnText> drawn(ViewedFolders folders, CellAddress cell, String promptId) {
    return folders.read(cell.folder(), tables -> DrawnText.of(tables, cell, promptId));
  }

  private static String prompt(Snapshot tables, String task, String promptId) throws SQLException {
    return tables
        .rows(
            BoundSql.of(
                "SELECT text FROM prompts WHERE task = ? AND prompt_id = ? LIMIT 1",
                task,
                promptId),
            row -> row.getString(1))
        .stream()
        .findFirst()
        .orElse("");
  }

  /** All completions of the prompt; nothing where another folder is part of it. */
  public static Optional<BoundSql> rows(ViewedFolder folder, Parameters parameters) {
    return CellPair.of(parameters)
        .filter(pair -> pair.isOf(folder))
        .map(pair -> rows(pair.a(), pair.b(), parameters.text("prompt_id")));
  }

  private static BoundSql rows(CellAddress a, CellAddress b, String promptId) {
    return BoundSql.of(
        "SELECT prompt_id, rollout_index, a.completion AS a, b.completion AS b\n"
            + "FROM rollouts a JOIN rollouts b USING (task, prompt_id, rollout_index)\n"
            + "WHERE task = ? AND prompt_id = ? AND a.model = ? AND a.generation = ?"
            + " AND b.model = ? AND b.generation = ?\nORDER BY rollout_index",
        a.task(),
        promptId,
        a.model(),
        a.generation(),
        b.model(),
        b.generation());
  }

  private static int index(Parameters parameters, TreeSet<Integer> shared) {
    try {
      int asked = parameters.find("index").map(Integer::parseInt).orElse(shared.first());
      return shared.contains(asked) ? asked : shared.first();
    } catch (NumberFormatException e) {
      return shared.first();
    }
  }

  private static DrawnText numbered(List<DrawnText> texts, int index) {
    return texts.stream().filter(text -> text.index() == index).findFirst().orElseThrow();
  }

  @Override
  public String title() {
    return "Two completions";
  }

  @Override
  public String template() {
    return "pair.html";
  }

  public String list() {
    return parameters.without("prompt_id", "index").query();
  }

  public String previous() {
    return before == null ? "" : parameters.with("index", before.toString()).query();
  }

  public String next() {
    return after == null ? "" : parameters.with("index", after.toString()).query();
  }
}
