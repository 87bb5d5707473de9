package org.galton.view.page;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.galton.view.engine.Snapshot;
import org.galton.view.row.ViewPage;

/** The cells of a folder, each as its latest run counted it. */
record CellsPage(List<CountedCell> cells) implements ViewPage {
  static CellsPage of(Snapshot tables) throws SQLException {
    return new CellsPage(CountedCell.of(tables, Optional.empty()));
  }

  @Override
  public String title() {
    return "Cells";
  }

  @Override
  public String template() {
    return "cells.html";
  }
}
