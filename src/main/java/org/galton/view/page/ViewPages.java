package org.galton.view.page;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galton.report.ClasspathText;
import org.galton.spec.InvalidInput;
import org.galton.view.compare.ComparePage;
import org.galton.view.compare.PairPage;
import org.galton.view.engine.BoundSql;
import org.galton.view.engine.Engine;
import org.galton.view.engine.FileFormat;
import org.galton.view.engine.Snapshot;
import org.galton.view.engine.UnreadableTable;
import org.galton.view.engine.ViewedFolder;
import org.galton.view.engine.ViewedFolders;
import org.galton.view.label.LabelDesk;
import org.galton.view.label.Labeller;
import org.galton.view.label.LabelsPage;
import org.galton.view.rollout.RolloutPage;
import org.galton.view.rollout.RolloutsPage;
import org.galton.view.row.Choices;
import org.galton.view.row.ViewPage;
import org.galton.view.web.Parameters;
import org.galton.view.web.Reply;
import org.galton.view.web.Site;

/** Which address is which page. */
public final class ViewPages implements Site {
  private static final Pattern OF_FOLDER = Pattern.compile("/(\\d{1,4})/([a-z]+)(?:\\.([a-z]+))?");

  /** Makes a page of a folder's tables; nothing where there is no such thing in them. */
  @FunctionalInterface
  private interface PageMaker {
    Optional<? extends ViewPage> make(Snapshot tables, Parameters parameters) throws SQLException;
  }

  /**
   * @param rows that the page shows, all of them; nothing where the address does not say which
   */
  private record PageKind(
      PageMaker maker, BiFunction<ViewedFolder, Parameters, Optional<BoundSql>> rows) {
    PageKind(PageMaker maker, Function<Parameters, Optional<BoundSql>> rows) {
      this(maker, (folder, parameters) -> rows.apply(parameters));
    }
  }

  private final Engine engine;
  private final ViewedFolders folders;
  private final PageWriter writer;
  private final Optional<LabelPosts> labelling;
  private final Map<String, PageKind> kinds;
  private final Map<Integer, KnownChoices> choices = new ConcurrentHashMap<>();
  private final String style =
      ClasspathText.read("org/galton/report/report.css")
          + ClasspathText.read("org/galton/view/page/view.css");
  private final String script = ClasspathText.read("org/galton/view/page/view.js");

  private record KnownChoices(String files, Choices choices) {}

  /**
   * @param desk where labels are written; absent where nothing is
   */
  public ViewPages(
      Engine engine, List<ViewedFolder> folders, PageUse use, Optional<LabelDesk> desk) {
    this.writer = new PageWriter(use);
    this.engine = engine;
    this.folders = new ViewedFolders(engine, folders);
    this.labelling = desk.map(open -> new LabelPosts(engine, open, writer));
    Optional<Labeller> labeller = desk.map(LabelDesk::labeller);
    this.kinds =
        Map.of(
            "runs",
            new PageKind(
                (tables, parameters) -> Optional.of(RunsPage.of(tables)),
                parameters -> Optional.of(RunLine.all())),
            "run",
            new PageKind(RunPage::of, RunPage::rows),
            "cells",
            new PageKind(
                (tables, parameters) -> Optional.of(CellsPage.of(tables)),
                parameters -> Optional.of(CountedCell.rows(Optional.empty()))),
            "prompts",
            new PageKind(
                (tables, parameters) ->
                    Optional.of(PromptsPage.of(tables, parameters, choices(tables))),
                PromptsPage::rows),
            "prompt",
            new PageKind(PromptPage::of, PromptPage::rows),
            "rollouts",
            new PageKind(
                (tables, parameters) ->
                    Optional.of(RolloutsPage.of(tables, parameters, choices(tables))),
                RolloutsPage::rows),
            "rollout",
            new PageKind(
                (tables, parameters) -> RolloutPage.of(tables, parameters, labeller),
                RolloutPage::rows),
            "labels",
            new PageKind(
                (tables, parameters) -> Optional.of(LabelsPage.of(tables)),
                parameters -> Optional.of(LabelsPage.rows())),
            "compare",
            new PageKind(
                (tables, parameters) -> Optional.of(ComparePage.of(this.folders, parameters)),
                ComparePage::rows),
            "pair",
            new PageKind(
                (tables, parameters) -> PairPage.of(this.folders, parameters), PairPage::rows));
  }

  @Override
  public Reply reply(String path, Parameters parameters) {
    return switch (path) {
      case "/" -> Reply.page(200, writer.html(runs(), 0, "", Optional.empty()));
      case "/view.css" -> Reply.of(200, "text/css; charset=utf-8", style);
      case "/view.js" -> Reply.of(200, "text/javascript; charset=utf-8", script);
      default -> inFolder(path, parameters);
    };
  }

  private Reply inFolder(String path, Parameters parameters) {
    Matcher address = OF_FOLDER.matcher(path);
    if (!address.matches() || !kinds.containsKey(address.group(2))) {
      return missing(Optional.empty(), "There is no such page. Begin with the list of runs.");
    }
    Optional<ViewedFolder> folder = folders.find(Integer.parseInt(address.group(1)));
    if (folder.isEmpty()) {
      return missing(folder, "There is no such folder. Begin with the list of runs.");
    }
    try {
      return address.group(3) == null
          ? page(folder.get(), address.group(2), parameters)
          : file(folder.get(), address.group(2), address.group(3), parameters);
    } catch (InvalidInput e) {
      return problem(400, folder, "This cannot be asked for", e.getMessage());
    } catch (UnreadableTable e) {
      return problem(500, folder, "These tables cannot be read", e.getMessage());
    }
  }

  @Override
  public Reply post(String path, Parameters parameters, Parameters form) {
    if (labelling.isEmpty()) {
      return Reply.text(
          405,
          "These pages are for reading: GET only. ./galton view --labels lets you label rollouts.");
    }
    Matcher address = OF_FOLDER.matcher(path);
    Optional<ViewedFolder> folder =
        address.matches() && address.group(2).equals("rollout") && address.group(3) == null
            ? folders.find(Integer.parseInt(address.group(1)))
            : Optional.empty();
    return folder
        .map(labelled -> labelling.get().post(labelled, path, parameters, form))
        .orElseGet(() -> missing(Optional.empty(), "This page takes no forms."));
  }

  private Reply page(ViewedFolder folder, String name, Parameters parameters) {
    PageKind kind = kinds.get(name);
    Optional<? extends ViewPage> made =
        engine.read(folder, tables -> kind.maker().make(tables, parameters));
    if (made.isEmpty()) {
      return noSuchRow(folder);
    }
    Parameters shown = made.get().shown(parameters);
    Optional<Takeaway> takeaway =
        kind.rows().apply(folder, shown).map(rows -> Takeaway.of(name, shown, rows));
    return Reply.page(200, writer.html(made.get(), folder.number(), folder.name(), takeaway));
  }

  private Reply file(ViewedFolder folder, String name, String ending, Parameters parameters) {
    Optional<FileFormat> format = FileFormat.of(ending);
    Optional<BoundSql> rows = kinds.get(name).rows().apply(folder, parameters);
    if (format.isEmpty() || rows.isEmpty()) {
      return noSuchRow(folder);
    }
    return Reply.download(
        name + "." + ending, format.get().type(), engine.copy(folder, rows.get(), format.get()));
  }

  private Reply noSuchRow(ViewedFolder folder) {
    return missing(
        Optional.of(folder),
        "There is no such row in %s; it may have been there and be gone.".formatted(folder.name()));
  }

  private Reply missing(Optional<ViewedFolder> folder, String why) {
    return problem(404, folder, "Not found", why);
  }

  private Reply problem(int status, Optional<ViewedFolder> folder, String title, String why) {
    return Reply.page(
        status,
        writer.html(
            new ProblemPage(title, why),
            folder.map(ViewedFolder::number).orElse(0),
            folder.map(ViewedFolder::name).orElse(""),
            Optional.empty()));
  }

  private RunsPage runs() {
    return new RunsPage(folders.all().stream().map(this::runsOf).toList());
  }

  private RunsPage.FolderRuns runsOf(ViewedFolder folder) {
    try {
      return engine.read(folder, RunsPage.FolderRuns::of);
    } catch (UnreadableTable e) {
      return new RunsPage.FolderRuns(folder, List.of(), e.getMessage());
    }
  }

  /** Counted again only where other files count than the last time. */
  private Choices choices(Snapshot tables) throws SQLException {
    String files = tables.files();
    KnownChoices known = choices.get(tables.folder().number());
    if (known == null || !known.files().equals(files)) {
      known = new KnownChoices(files, Choices.of(tables));
      choices.put(tables.folder().number(), known);
    }
    return known.choices();
  }
}
