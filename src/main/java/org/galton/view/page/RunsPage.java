package org.galton.view.page;

import java.sql.SQLException;
import java.util.List;
import org.galton.view.engine.Snapshot;
import org.galton.view.engine.ViewedFolder;
import org.galton.view.row.ViewPage;

/** The runs of all folders, the latest first. */
record RunsPage(List<FolderRuns> folders) implements ViewPage {
  /**
   * The runs of a folder.
   *
   * @param problem why they cannot be read; empty where they can
   */
  record FolderRuns(ViewedFolder folder, List<RunLine> runs, String problem) {
    static FolderRuns of(Snapshot tables) throws SQLException {
      return new FolderRuns(tables.folder(), tables.rows(RunLine.all(), RunLine::of), "");
    }

    public int number() {
      return folder.number();
    }

    public String name() {
      return folder.name();
    }
  }

  /** Those of one folder. */
  static RunsPage of(Snapshot tables) throws SQLException {
    return new RunsPage(List.of(FolderRuns.of(tables)));
  }

  @Override
  public String title() {
    return "Runs";
  }

  @Override
  public String template() {
    return "runs.html";
  }
}
