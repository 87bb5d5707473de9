package org.galton.report.sweep;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.galton.model.ModelCard;
import org.galton.report.Figures;
import org.galton.table.MetricRow;

/** The sentence a reader takes away: what the last model solves with one rollout and with all. */
final class Finding {
  private static final int MOST_NAMED = 3;

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
    List<Panel> shown = panels.stream().filter(panel -> share(panel, last, 1).isPresent()).toList();
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    if (shown.size() > MOST_NAMED) {
      return Optional.of(range(shown, last));
    }
    StringBuilder sentence =
        new StringBuilder(
            "With one rollout, %s solves %s prompts"
                .formatted(
                    last.shownName(),
                    joined(shown, panel -> percent(panel, last, 1) + " of " + panel.title())));
    if (!first.equals(last) && sameFamily(first, last)) {
      sentence.append(
          " (%s at %s)".formatted(joined(shown, panel -> percent(panel, first, 1)), first.label()));
    }
    int most = largestK(last);
    if (most > 1) {
      sentence.append(
          "; with %s, it solves %s at least once"
              .formatted(Figures.count(most), joined(shown, panel -> percent(panel, last, most))));
    }
    return Optional.of(sentence.append('.').toString());
  }

  /** Of many panels, the least and the most solved. */
  private String range(List<Panel> shown, ModelEntry model) {
    Comparator<Panel> bySolved =
        Comparator.comparing(panel -> share(panel, model, 1).orElseThrow());
    Panel least = Collections.min(shown, bySolved);
    Panel most = Collections.max(shown, bySolved);
    return "With one rollout, %s solves between %s of prompts (%s) and %s (%s), over %s tasks and samplings."
        .formatted(
            model.shownName(),
            percent(least, model, 1),
            least.title(),
            percent(most, model, 1),
            most.title(),
            Figures.count(shown.size()));
  }

  private static String joined(List<Panel> panels, Function<Panel, String> part) {
    List<String> parts = panels.stream().map(part).toList();
    String tail = parts.get(parts.size() - 1);
    return parts.size() == 1
        ? tail
        : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + tail;
  }

  private String percent(Panel panel, ModelEntry model, int k) {
    return share(panel, model, k).map(Figures::percent).orElse("–");
  }

  private Optional<Double> share(Panel panel, ModelEntry model, int k) {
    return passRates.stream()
        .filter(row -> panel.holds(row) && row.model().equals(model.name()) && row.k() == k)
        .map(MetricRow::value)
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
    return ModelCard.family(a.name()).equals(ModelCard.family(b.name()));
  }

  private static String unsolved(List<OutcomePicture> pictures) {
    int never = pictures.stream().mapToInt(picture -> picture.unsolved().total()).sum();
    int total = pictures.stream().mapToInt(OutcomePicture::total).sum();
    return total == 0
        ? ""
        : " %s of its %s prompts stayed unsolved."
            .formatted(never == 0 ? "None" : Figures.count(never), Figures.count(total));
  }
}
