package org.galton.study.advantages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.galton.reward.filter.DynamicSampling;
import org.galton.reward.filter.GroupFilter;
import org.galton.reward.filter.ZeroVarianceFilter;

/** What is left out of the loss, by its name on the command line. */
enum FilterName {
  ZERO_VARIANCE,
  DYNAMIC("correct"),
  OVERLONG("finish");

  private final List<String> columns;

  FilterName(String... columns) {
    this.columns = List.of(columns);
  }

  /** Without which nothing can be filtered. */
  List<String> columns() {
    return columns;
  }

  /** Where it looks at prompts, not at single rollouts. */
  Optional<GroupFilter> ofPrompts() {
    return switch (this) {
      case ZERO_VARIANCE -> Optional.of(new ZeroVarianceFilter());
      case DYNAMIC -> Optional.of(DynamicSampling.withDefaults());
      case OVERLONG -> Optional.empty();
    };
  }

  /** As on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
