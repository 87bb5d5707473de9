package org.galton.view.page;

import java.util.List;
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
    public int number() {
      return folder.number();
    }

    public String name() {
      return folder.name();
    }
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
