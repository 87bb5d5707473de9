package org.galton.study.emergence.row;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a figure of a group is: the names in column {@code statistic}, and what readers see. */
public enum Quantity {
  CAPACITY(
      "Emergence capacity: median synergy of pairs",
      "pairs of agents tell more together than apart"),
  CAPACITY_MAX(
      "Largest synergy of a pair", "the strongest pair of agents tells more together than apart"),
  REDUNDANCY("Median redundancy of pairs"),
  MACRO_INFORMATION("I(V;V′): the group about its own next state"),
  S_MACRO(
      "Practical criterion S_macro (Ψ)",
      "the group predicts itself better than its agents do one by one"),
  I3("Coalitions: I3, median of triplets", "three agents together predict the group"),
  I3_MAX("I3 of the best triplet"),
  G3(
      "Gain of a third agent: G3, median of triplets",
      "a third agent adds to what two predict of the group"),
  G3_MAX("G3 of the best triplet"),
  TOTAL_STABILITY("Total stability: I3 / H(V′)"),
  DELTA("Downward causation Δ"),
  GAMMA("Γ: the group about one agent’s next state");

  /** Those that claims are made of; the others describe. */
  public static final List<Quantity> DIAGNOSTICS =
      Arrays.stream(values()).filter(one -> one.claim.isPresent()).toList();

  private final String title;
  private final Optional<String> claim;

  Quantity(String title) {
    this.title = title;
    this.claim = Optional.empty();
  }

  Quantity(String title, String claim) {
    this.title = title;
    this.claim = Optional.of(claim);
  }

  /** The one of this name in tables. */
  public static Quantity of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  /** The name in tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String title() {
    return title;
  }

  /** What a diagnostic says where it is above chance. */
  public String claim() {
    return claim.orElseThrow();
  }

  public boolean isDiagnostic() {
    return claim.isPresent();
  }

  public String unit() {
    return this == TOTAL_STABILITY ? "share of H(V′)" : "bits";
  }
}
