package org.galton.report.sweep;

import java.util.Comparator;
import java.util.Objects;
import org.galton.report.Figures;
import org.galton.table.MetricRow;

/**
 * A figure's name.
 *
 * @param k rollouts that it is about; null where it has no k
 */
public record MetricName(String metric, Integer k) {
  static final Comparator<MetricName> BY_K =
      Comparator.comparing(MetricName::k, Comparator.nullsLast(Comparator.naturalOrder()));

  public static MetricName of(MetricRow row) {
    return new MetricName(row.metric(), row.k());
  }

  public boolean names(MetricRow row) {
    return metric.equals(row.metric()) && Objects.equals(k, row.k());
  }

  /** With its k in place: {@code pass@8}. */
  @Override
  public String toString() {
    return k == null ? metric : metric.replaceFirst("[kn]$", Figures.count(k));
  }
}
