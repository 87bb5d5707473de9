package org.galton.view.compare;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.galton.report.Fact;
import org.galton.report.Figures;
import org.galton.report.VisibleText;
import org.galton.statistics.Estimate;
import org.galton.view.compare.PairedPrompt.Result;
import org.galton.view.engine.BoundSql;
import org.galton.view.engine.Snapshot;
import org.galton.view.engine.ViewedFolder;
import org.galton.view.engine.ViewedFolders;
import org.galton.view.row.CellAddress;
import org.galton.view.row.RowLink;
import org.galton.view.row.ViewPage;
import org.galton.view.web.Parameters;

/**
 * Two cells side by side, prompt by prompt; each may be of any folder.
 *
 * @param cells that can be chosen
 * @param problem why nothing is compared; empty where it is
 * @param texts of the shown prompts, by id
 */
public record ComparePage(
    Parameters parameters,
    ViewedFolders folders,
    List<CellAddress> cells,
    String problem,
    List<Fact> facts,
    List<PairedPrompt> lines,
    Map<String, String> texts,
    String next)
    implements ViewPage {
  private static final int LINES = 50;
  private static final int MOST_PAIRS = 100;

  /** A comparison that can be opened. */
  record PairLink(String title, String query) {
    static PairLink of(CellAddress a, CellAddress b) {
      return new PairLink(
          "%s: %s and %s".formatted(a.shownTask(), a.shownModel(), b.shownModel()),
          RowLink.to("a", a.text(), "b", b.text()));
    }
  }

  public static ComparePage of(ViewedFolders folders, Parameters parameters) {
    List<CellAddress> cells = new ArrayList<>();
    for (ViewedFolder folder : folders.all()) {
      cells.addAll(folders.read(folder.number(), ComparePage::cells));
    }
    Optional<CellAddress> a = cell(folders, parameters, "a");
    Optional<CellAddress> b = cell(folders, parameters, "b");
    String problem = problem(a, b);
    if (!problem.isEmpty()) {
      return empty(folders, parameters, cells, problem);
    }
    Optional<Result> result = Result.in(parameters);
    PairedCells pair = PairedCells.of(folders, a.get(), b.get());
    if (pair.prompts().isEmpty()) {
      return empty(
          folders, parameters, cells, "These cells share no prompt that both have a verdict on.");
    }
    List<PairedPrompt> wanted =
        pair.prompts().stream()
            .filter(prompt -> result.map(prompt.result()::equals).orElse(true))
            .toList();
    int from = Math.min(from(parameters), wanted.size());
    int to = Math.min(from + LINES, wanted.size());
    List<PairedPrompt> lines = wanted.subList(from, to);
    return new ComparePage(
        parameters,
        folders,
        cells,
        "",
        facts(pair),
        lines,
        folders.read(a.get().folder(), tables -> texts(tables, a.get().task(), lines)),
        to < wanted.size() ? parameters.with("from", Integer.toString(to)).query() : "");
  }

  private static List<CellAddress> cells(Snapshot tables) throws SQLException {
    return tables.rows(
        BoundSql.of(
            "SELECT DISTINCT task, model, generation, scorer FROM prompt_statistics"
                + " WHERE run_id IN (SELECT run_id FROM runs) ORDER BY ALL"),
        row ->
            new CellAddress(
                tables.folder().number(),
                row.getString("model"),
                row.getString("task"),
                row.getString("generation"),
                row.getString("scorer")));
  }

  /** The one that the address names, if there is such a folder. */
  static Optional<CellAddress> cell(ViewedFolders folders, Parameters parameters, String name) {
    return parameters
        .find(name)
        .flatMap(CellAddress::parse)
        .filter(cell -> folders.find(cell.folder()).isPresent());
  }

  private static String problem(Optional<CellAddress> a, Optional<CellAddress> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return "Choose two cells of one task.";
    }
    if (!a.get().task().equals(b.get().task())) {
      return "These cells are of two tasks: choose cells of one task.";
    }
    return a.get().scorer().equals(b.get().scorer())
        ? ""
        : "The scorers of these cells differ: score both alike first.";
  }

  /** The prompts of the list; nothing where another folder is part of it. */
  public static Optional<BoundSql> rows(ViewedFolder folder, Parameters parameters) {
    return CellPair.of(parameters)
        .filter(pair -> pair.isOf(folder))
        .map(pair -> PairedCells.rows(pair.a(), pair.b(), Result.in(parameters)));
  }

  private static int from(Parameters parameters) {
    try {
      return Math.max(0, parameters.find("from").map(Integer::parseInt).orElse(0));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static ComparePage empty(
      ViewedFolders folders, Parameters parameters, List<CellAddress> cells, String problem) {
    return new ComparePage(parameters, folders, cells, problem, List.of(), List.of(), Map.of(), "");
  }

  private static List<Fact> facts(PairedCells pair) {
    Estimate difference = pair.difference().difference();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Won by B", Figures.count(pair.count(Result.WON))));
    facts.add(new Fact("Lost by B", Figures.count(pair.count(Result.LOST))));
    facts.add(new Fact("Tied", Figures.count(pair.count(Result.TIED))));
    facts.add(new Fact("pass@1 of A", exact(pair.meanOfA())));
    facts.add(new Fact("pass@1 of B", exact(pair.meanOfB())));
    facts.add(new Fact("B − A", exact(difference.value())));
    facts.add(
        new Fact(
            "95 % interval of B − A", exact(difference.low()) + " to " + exact(difference.high())));
    facts.add(new Fact("p, of no difference", exact(pair.difference().pValue())));
    if (pair.left() > 0) {
      facts.add(new Fact("Prompts left out, without a verdict", Figures.count(pair.left())));
    }
    return facts;
  }

  private static String exact(OptionalDouble value) {
    return value.isEmpty() ? "–" : Double.toString(value.getAsDouble());
  }

  private static Map<String, String> texts(Snapshot tables, String task, List<PairedPrompt> lines)
      throws SQLException {
    Map<String, String> texts = new LinkedHashMap<>();
    List<Object> ids = new ArrayList<>(lines.stream().map(PairedPrompt::promptId).toList());
    lines.forEach(line -> texts.put(line.promptId(), ""));
    tables.rows(
        BoundSql.of(
                "SELECT prompt_id, substr(text, 1, 300) AS text FROM prompts WHERE task = ?", task)
            .then(new BoundSql("AND prompt_id IN " + BoundSql.marks(ids), ids)),
        row -> texts.put(row.getString("prompt_id"), VisibleText.line(row.getString("text"), 140)));
    return texts;
  }

  @Override
  public String title() {
    return "Compare";
  }

  @Override
  public String template() {
    return "compare.html";
  }

  /** Choices for a begin: cells of one task and scorer, as links. */
  public List<PairLink> pairs() {
    List<PairLink> pairs = new ArrayList<>();
    for (int b = 1; b < cells.size(); b++) {
      for (int a = b - 1; a >= 0 && pairs.size() < MOST_PAIRS; a--) {
        if (cells.get(a).isComparableTo(cells.get(b))) {
          pairs.add(PairLink.of(cells.get(a), cells.get(b)));
        }
      }
    }
    return pairs;
  }

  /** As a choice of a form. */
  public String label(CellAddress cell) {
    return folders.all().size() == 1
        ? cell.label()
        : folders.all().get(cell.folder() - 1).name() + " · " + cell.label();
  }

  public String given(String name) {
    return parameters.text(name);
  }

  public String text(PairedPrompt line) {
    return texts.get(line.promptId());
  }
}
