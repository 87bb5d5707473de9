package org.galton.study.balance.row;

import java.util.Locale;

/** What a test decides about detailed balance; tables hold it in lower case. */
public enum BalanceVerdict {
  VIOLATED("violated"),
  NOT_REJECTED("not rejected (no proof)"),
  UNTESTABLE("untestable (no cycle)");

  private final String title;

  BalanceVerdict(String title) {
    this.title = title;
  }

  /** Before readers. */
  public String title() {
    return title;
  }

  /** In tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
