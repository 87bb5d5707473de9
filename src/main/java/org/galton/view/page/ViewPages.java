package org.galton.view.page;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galton.report.ClasspathText;
import org.galton.spec.InvalidInput;
import org.galton.view.compare.ComparePage;
import org.galton.view.compare.PairPage;
import org.galton.view.engine.Engine;
import org.galton.view.engine.Snapshot;
import org.galton.view.engine.UnreadableTable;
import org.galton.view.engine.ViewedFolder;
import org.galton.view.label.LabelDesk;
import org.galton.view.label.Labeller;
import org.galton.view.label.LabelsPage;
import org.galton.view.rollout.RolloutPage;
import org.galton.view.rollout.RolloutsPage;
import org.galton.view.row.Choices;
import org.galton.view.row.ViewPage;
import org.galton.view.web.Parameters;
import org.galton.view.web.PostResult;
import org.galton.view.web.Reply;
import org.galton.view.web.Site;

/** Which address is which page. */
public final class ViewPages implements Site {
  private static final Pattern OF_FOLDER = Pattern.compile("/(\\d{1,4})/([a-z]+)");

  /** Makes a page of a folder's tables; nothing where there is no such thing in them. */
  @FunctionalInterface
  private interface PageMaker {
    Optional<? extends ViewPage> make(Snapshot tables, Parameters parameters) throws SQLException;
  }

  private final Engine engine;
  private final List<ViewedFolder> folders;
  private final PageWriter writer = new PageWriter();
  private final Optional<LabelPosts> labelling;
  private final Map<String, PageMaker> makers;
  private final Map<Integer, KnownChoices> choices = new ConcurrentHashMap<>();
  private final String style =
      ClasspathText.read("org/galton/report/report.css")
          + ClasspathText.read("org/galton/view/page/view.css");
  private final String script = ClasspathText.read("org/galton/view/page/view.js");

  private record KnownChoices(String files, Choices choices) {}

  /**
   * @param desk where labels are written; absent where nothing is
   */
  public ViewPages(Engine engine, List<ViewedFolder> folders, Optional<LabelDesk> desk) {
    this.engine = engine;
    this.folders = List.copyOf(folders);
    this.labelling = desk.map(open -> new LabelPosts(engine, open, writer));
    Optional<Labeller> labeller = desk.map(LabelDesk::labeller);
    this.makers =
        Map.of(
            "run",
            RunPage::of,
            "cells",
            (tables, parameters) -> Optional.of(CellsPage.of(tables)),
            "prompts",
            (tables, parameters) ->
                Optional.of(PromptsPage.of(tables, parameters, choices(tables))),
            "prompt",
            PromptPage::of,
            "rollouts",
            (tables, parameters) ->
                Optional.of(RolloutsPage.of(tables, parameters, choices(tables))),
            "rollout",
            (tables, parameters) -> RolloutPage.of(tables, parameters, labeller),
            "labels",
            (tables, parameters) -> Optional.of(LabelsPage.of(tables)),
            "compare",
            (tables, parameters) -> Optional.of(ComparePage.of(tables, parameters)),
            "pair",
            PairPage::of);
  }

  @Override
  public Reply reply(String path, Parameters parameters) {
    return switch (path) {
      case "/" -> Reply.page(200, writer.html(runs(), 0, ""));
      case "/view.css" -> Reply.of(200, "text/css; charset=utf-8", style);
      case "/view.js" -> Reply.of(200, "text/javascript; charset=utf-8", script);
      default -> inFolder(path, parameters);
    };
  }

  private Reply inFolder(String path, Parameters parameters) {
    Matcher address = OF_FOLDER.matcher(path);
    if (address.matches() && makers.containsKey(address.group(2))) {
      Optional<ViewedFolder> folder = folder(address.group(1));
      if (folder.isPresent()) {
        return ofFolder(folder.get(), makers.get(address.group(2)), parameters);
      }
    }
    return missing(0, "", "There is no such page. Begin with the list of runs.");
  }

  private Optional<ViewedFolder> folder(String number) {
    return folders.stream()
        .filter(folder -> folder.number() == Integer.parseInt(number))
        .findFirst();
  }

  @Override
  public PostResult post(String path, Parameters parameters, Parameters form) {
    if (labelling.isEmpty()) {
      return new PostResult.Refused(
          Reply.text(
              405,
              "These pages are for reading: GET only. ./galton view --labels lets you label rollouts."));
    }
    Matcher address = OF_FOLDER.matcher(path);
    Optional<ViewedFolder> folder =
        address.matches() && address.group(2).equals("rollout")
            ? folder(address.group(1))
            : Optional.empty();
    return folder
        .map(labelled -> labelling.get().post(labelled, path, parameters, form))
        .orElseGet(
            () -> new PostResult.Refused(missing(0, "", "This page takes no forms.")));
  }

  private Reply ofFolder(ViewedFolder folder, PageMaker maker, Parameters parameters) {
    try {
      Optional<? extends ViewPage> made =
          engine.read(folder, tables -> maker.make(tables, parameters));
      return made.map(page -> Reply.page(200, writer.html(page, folder.number(), folder.name())))
          .orElseGet(
              () ->
                  missing(
                      folder.number(),
                      folder.name(),
                      "There is no such row in %s; it may have been there and be gone."
                          .formatted(folder.name())));
    } catch (InvalidInput e) {
      ProblemPage problem = new ProblemPage("This cannot be asked for", e.getMessage());
      return Reply.page(400, writer.html(problem, folder.number(), folder.name()));
    } catch (UnreadableTable e) {
      ProblemPage problem = new ProblemPage("These tables cannot be read", e.getMessage());
      return Reply.page(500, writer.html(problem, folder.number(), folder.name()));
    }
  }

  private Reply missing(int folder, String name, String why) {
    return Reply.page(404, writer.html(new ProblemPage("Not found", why), folder, name));
  }

  private RunsPage runs() {
    return new RunsPage(folders.stream().map(this::runsOf).toList());
  }

  private RunsPage.FolderRuns runsOf(ViewedFolder folder) {
    try {
      return new RunsPage.FolderRuns(
          folder, engine.read(folder, tables -> tables.rows(RunLine.all(), RunLine::of)), "");
    } catch (UnreadableTable e) {
      return new RunsPage.FolderRuns(folder, List.of(), e.getMessage());
    }
  }

  /** Counted again only where other files count than the last time. */
  private Choices choices(Snapshot tables) throws SQLException {
    String files = tables.fingerprint();
    KnownChoices known = choices.get(tables.folder().number());
    if (known == null || !known.files().equals(files)) {
      known = new KnownChoices(files, Choices.of(tables));
      choices.put(tables.folder().number(), known);
    }
    return known.choices();
  }
}
