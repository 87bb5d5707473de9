package org.galton.selection;

import java.util.Optional;

/** A way to come to one patch of an issue, or the best that any way could reach. */
public enum Arm {
  /** The first patch: what one attempt without tests gives. */
  FIRST,
  /** The patch with most identical copies. */
  MAJORITY,
  /** The majority among patches that pass every test patch that is left. */
  FILTER,
  /** The patch of largest S. */
  SELECTED,
  /** pass@N: whether any patch resolves the issue. */
  ORACLE;

  /** Whether it resolves the issue; empty where that is not known of all patches. */
  public Optional<Boolean> resolves(Issue issue, Selection selection) {
    if (issue.patches().stream().anyMatch(patch -> patch.resolved() == null)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (this) {
          case FIRST -> issue.patches().get(0).resolved();
          case MAJORITY -> issue.patches().get(selection.majority()).resolved();
          case FILTER -> issue.patches().get(selection.filtered()).resolved();
          case SELECTED -> issue.patches().get(selection.chosen()).resolved();
          case ORACLE -> issue.patches().stream().anyMatch(Patch::resolved);
        });
  }
}
