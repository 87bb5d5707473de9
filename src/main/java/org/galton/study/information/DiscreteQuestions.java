package org.galton.study.information;

import static org.galton.report.Figures.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.galton.information.CountTable;
import org.galton.information.Decomposition;
import org.galton.information.DiscreteEstimator;
import org.galton.information.DiscreteSeries;
import org.galton.information.JointTable;
import org.galton.information.OInformation;
import org.galton.information.PidMeasure;
import org.galton.information.SourceInformation;
import org.galton.spec.InvalidInput;

/** Questions to columns of letters: the target's letters are shuffled over the rows. */
record DiscreteQuestions(
    InformationRequest request,
    GivenColumns data,
    DiscreteEstimator estimator,
    List<String> warnings)
    implements InformationQuestions {
  private static final int MOST_CELLS = 100_000;
  private static final int MOST_COUPLED_CELLS = 200;

  @Override
  public Question information(List<String> x, String y) {
    List<DiscreteSeries> sources = x.stream().map(this::letters).toList();
    DiscreteSeries target = letters(y);
    String title = InformationQuestions.title(x, y);
    check(title, sources, target, MOST_CELLS, "use fewer columns, or cut them with --bins 2");
    List<Quantity> quantities = new ArrayList<>();
    quantities.add(new Quantity(title, request.estimator().toString()));
    if (hasInterplay(sources)) {
      quantities.add(
          new Quantity("O(%s, %s)".formatted(String.join(", ", x), y), "O-information", true));
    }
    return new Question(
        title,
        quantities,
        information(sources, target),
        stream -> information(sources, target.reordered(stream.permutation(target.length()))));
  }

  private double[] information(List<DiscreteSeries> sources, DiscreteSeries target) {
    CountTable counts = counts(sources, target);
    int[] x = IntStream.range(0, sources.size()).toArray();
    double information = estimator.information(counts, x, new int[] {x.length});
    return hasInterplay(sources)
        ? new double[] {information, OInformation.of(estimator.probabilities(counts))}
        : new double[] {information};
  }

  /** Whether redundancy and synergy can be told: of three variables or more. */
  private boolean hasInterplay(List<DiscreteSeries> sources) {
    return sources.size() > 1 && request.estimator().hasTable();
  }

  @Override
  public Question decomposition(PidColumns pid) {
    List<DiscreteSeries> sources = List.of(letters(pid.first()), letters(pid.second()));
    DiscreteSeries target = letters(pid.target());
    String title = InformationQuestions.title(List.of(pid.first(), pid.second()), pid.target());
    boolean coupled =
        request.measures().contains(PidMeasure.BROJA)
            && sources.stream().anyMatch(source -> source.alphabet() > 2);
    check(
        title,
        sources,
        target,
        coupled ? MOST_COUPLED_CELLS : MOST_CELLS,
        coupled ? "use --measure imin,mmi, or cut them with --bins 2" : "cut them with --bins 2");
    return new Question(
        title,
        InformationQuestions.quantities(pid, request.estimator(), request.measures()),
        decomposition(sources, target),
        stream -> decomposition(sources, target.reordered(stream.permutation(target.length()))));
  }

  private double[] decomposition(List<DiscreteSeries> sources, DiscreteSeries target) {
    CountTable counts = counts(sources, target);
    if (!request.estimator().hasTable()) {
      SourceInformation known = SourceInformation.of(counts, estimator);
      return InformationQuestions.values(known, List.of(known.decomposed(known.least())));
    }
    JointTable table = estimator.probabilities(counts);
    List<Decomposition> atoms =
        request.measures().stream().map(measure -> measure.decompose(table)).toList();
    return InformationQuestions.values(SourceInformation.of(table), atoms);
  }

  private DiscreteSeries letters(String name) {
    return data.named(name).letters(request.bins().orElse(0));
  }

  private static CountTable counts(List<DiscreteSeries> sources, DiscreteSeries target) {
    List<DiscreteSeries> all = new ArrayList<>(sources);
    all.add(target);
    return CountTable.of(all.toArray(DiscreteSeries[]::new));
  }

  private void check(
      String title, List<DiscreteSeries> sources, DiscreteSeries target, int most, String next) {
    double cells = target.alphabet();
    for (DiscreteSeries source : sources) {
      cells *= source.alphabet();
    }
    if (cells > most) {
      throw new InvalidInput(
          format(
              "Cannot estimate %s: the columns have %,.0f combinations of values; expected at most %,d; %s",
              title, cells, most, next));
    }
    if (cells > target.length()) {
      warnings.add(
          format(
              "%s: fewer rows (%,d) than combinations of values (%,.0f); its bias is large: read the corrected value",
              title, target.length(), cells));
    }
  }
}
