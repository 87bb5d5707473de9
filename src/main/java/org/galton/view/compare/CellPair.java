package org.galton.view.compare;

import java.util.Optional;
import org.galton.view.engine.ViewedFolder;
import org.galton.view.row.CellAddress;
import org.galton.view.web.Parameters;

/** Two cells that an address names. */
record CellPair(CellAddress a, CellAddress b) {
  static Optional<CellPair> of(Parameters parameters) {
    Optional<CellAddress> b = parameters.find("b").flatMap(CellAddress::parse);
    return parameters
        .find("a")
        .flatMap(CellAddress::parse)
        .flatMap(first -> b.map(second -> new CellPair(first, second)));
  }

  boolean isOf(ViewedFolder folder) {
    return a.folder() == folder.number() && b.folder() == folder.number();
  }
}
