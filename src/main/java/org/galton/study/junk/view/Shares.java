package org.galton.study.junk.view;

import java.util.List;

/**
 * Bars that are divided into parts, for the page.
 *
 * @param parts names of the parts, in their order
 */
public record Shares(List<String> parts, List<Bar> bars) {

  /**
   * A bar.
   *
   * @param counts one a part
   */
  public record Bar(String name, List<Long> counts) {}
}
