package org.galton.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.galton.table.MetricRow;

/** The sentence a reader takes away: what the last model solves with one rollout and with all. */
final class Finding {
  private final List<Panel> panels;
  private final List<MetricRow> passRates;

  private Finding(List<Panel> panels, List<MetricRow> passRates) {
    this.panels = panels;
    this.passRates = passRates;
  }

  static String of(
      List<Panel> panels,
      List<ModelEntry> models,
      List<MetricRow> metrics,
      List<OutcomePicture> pictures) {
    List<MetricRow> passRates =
        metrics.stream()
            .filter(row -> row.metric().equals("pass@k") && row.value() != null && row.k() != null)
            .toList();
    if (models.isEmpty()) {
      return "This run has no models, and so nothing to show.";
    }
    ModelEntry last = models.get(models.size() - 1);
    return new Finding(panels, passRates)
        .sentence(models.get(0), last)
        .map(sentence -> sentence + unsolved(pictures))
        .orElse("No pass rate could be computed for %s.".formatted(last.name()));
  }

  private Optional<String> sentence(ModelEntry first, ModelEntry last) {
    Optional<String> once = list(last, 1);
    if (once.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder sentence =
        new StringBuilder("One rollout of %s solves %s of prompts".formatted(VisibleText.line(last.name(), 80), once.get()));
    if (!first.equals(last) && sameFamily(first, last)) {
      list(first, 1).ifPresent(shares -> sentence.append(" (%s: %s)".formatted(first.label(), shares)));
    }
    int most = largestK(last);
    if (most > 1) {
      list(last, most)
          .ifPresent(
              shares ->
                  sentence.append("; in %s rollouts, %s are solved at least once".formatted(Figures.count(most), shares)));
    }
    return Optional.of(sentence.append('.').toString());
  }

  private Optional<String> list(ModelEntry model, int k) {
    List<String> shares = new ArrayList<>();
    for (Panel panel : panels) {
      share(panel, model, k).ifPresent(s -> shares.add(Figures.percent(s) + " (" + panel.title() + ")"));
    }
    if (shares.isEmpty()) {
      return Optional.empty();
    }
    String head = shares.subList(0, shares.size() - 1).stream().collect(Collectors.joining(", "));
    String tail = shares.get(shares.size() - 1);
    return Optional.of(head.isEmpty() ? tail : head + " and " + tail);
  }

  private Optional<Double> share(Panel panel, ModelEntry model, int k) {
    return passRates.stream()
        .filter(row -> panel.holds(row) && row.model().equals(model.name()) && row.k() == k)
        .map(MetricRow::value)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private int largestK(ModelEntry model) {
    return passRates.stream()
        .filter(row -> row.model().equals(model.name()))
        .mapToInt(MetricRow::k)
        .max()
        .orElse(1);
  }

  private static boolean sameFamily(ModelEntry a, ModelEntry b) {
    return ModelEntry.family(a.name()).equals(ModelEntry.family(b.name()));
  }

  private static String unsolved(List<OutcomePicture> pictures) {
    int never = pictures.stream().mapToInt(picture -> picture.unsolved().total()).sum();
    int total = pictures.stream().mapToInt(OutcomePicture::total).sum();
    return total == 0
        ? ""
        : " %s of its %s prompts stayed unsolved.".formatted(never == 0 ? "None" : Figures.count(never), Figures.count(total));
  }
}
