package org.galton.study.balance.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.report.Figures;
import org.galton.report.VisibleText;
import org.galton.study.balance.row.LandscapeRow;
import org.galton.study.balance.row.VoteSweepRow;

/**
 * One figure of majority votes against n, the occurrences that a vote asks for.
 *
 * @param names of the series, in the order of their colours
 * @param more series that are in the figures only
 */
record VotePicture(String title, Data data, List<String> names, int more, String alternative) {
  private static final int MOST_SERIES = 7;
  private static final Comparator<Point> ORDER =
      Comparator.comparingInt(Point::accept).thenComparingInt(Point::draws);

  /** What the script draws. */
  record Data(String axis, Scale scale, List<Series> series) {}

  /** How a figure's axis runs. */
  enum Scale {
    /** With the line on which the figure is n. */
    SLOPE,
    LOG,
    SHARE
  }

  record Series(String name, List<Point> points) {}

  record Point(int draws, int accept, double value, Double low, Double high) {}

  /** A figure of a row that has one. */
  private record Figure<R>(
      String title, String axis, Scale scale, Function<R, Optional<Point>> point) {}

  /**
   * Of votes put on the kernels that are drawn, n = 1 being the kernel itself, and of the votes by
   * which walks were taken.
   */
  static List<VotePicture> ofKernels(List<AgentMoves> agents, List<LandscapeRow> landscapes) {
    List<BalanceAgent> all = agents.stream().map(AgentMoves::agent).toList();
    List<Named<LandscapeRow>> rows = new ArrayList<>();
    List<Named<LandscapeRow>> sampled = new ArrayList<>();
    boolean experiments = all.stream().map(BalanceAgent::experiment).distinct().count() > 1;
    for (AgentMoves agent : agents) {
      if (agent.landscape().sampledDraws() != null) {
        String name =
            experiments
                ? VisibleText.line("walks that voted · " + agent.agent().experiment(), 120)
                : "walks that voted";
        sampled.add(new Named<>(name, agent.landscape()));
        continue;
      }
      List<LandscapeRow> votes =
          landscapes.stream()
              .filter(row -> row.voteDraws() != null)
              .filter(row -> BalanceAgent.of(row).equals(agent.agent()))
              .filter(row -> row.n0Mode().equals(agent.landscape().n0Mode()))
              .filter(row -> row.kernel().equals(agent.landscape().kernel()))
              .toList();
      if (!votes.isEmpty()) {
        String name = agent.agent().name(all);
        Stream.concat(Stream.of(agent.landscape()), votes.stream())
            .forEach(row -> rows.add(new Named<>(name, row)));
      }
    }
    rows.addAll(sampled);
    return pictures(
        rows,
        List.of(
            new Figure<>(
                "Slope of V′ on V",
                "slope",
                Scale.SLOPE,
                row -> point(row, isItself(row) ? Double.valueOf(1) : row.slope())),
            new Figure<>(
                "Probability to move",
                "acceptance (log scale)",
                Scale.LOG,
                row -> point(row, row.acceptance())),
            new Figure<>("Action", "S (log scale)", Scale.LOG, row -> point(row, row.action()))));
  }

  /** Of votes among a task's stored rollouts. */
  static List<VotePicture> ofTasks(List<VoteSweepRow> votes) {
    List<String> models = votes.stream().map(VoteSweepRow::model).distinct().toList();
    boolean generations =
        votes.stream().map(VoteSweepRow::generation).distinct().count() > models.size();
    List<Named<VoteSweepRow>> rows =
        votes.stream()
            .map(
                row ->
                    new Named<>(
                        VisibleText.line(
                            Stream.of(
                                    row.task(),
                                    models.size() > 1 ? row.model() : "",
                                    generations ? row.generation() : "")
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(" · ")),
                            120),
                        row))
            .toList();
    return pictures(
        rows,
        List.of(
            new Figure<>("Slope of V′ on V", "slope", Scale.SLOPE, row -> point(row, row.slope())),
            new Figure<>(
                "Share accepted",
                "acceptance (log scale)",
                Scale.LOG,
                row ->
                    point(row, row.acceptance())
                        .map(at -> between(at, row.acceptanceLow(), row.acceptanceHigh()))),
            new Figure<>("Action", "S (log scale)", Scale.LOG, row -> point(row, row.action())),
            new Figure<>(
                "Right among the accepted",
                "accuracy",
                Scale.SHARE,
                row ->
                    point(row, row.accuracy())
                        .map(at -> between(at, row.accuracyLow(), row.accuracyHigh())))));
  }

  private record Named<R>(String name, R row) {}

  /** Whether no vote was put on it, and none taken. */
  private static boolean isItself(LandscapeRow row) {
    return row.voteDraws() == null && row.sampledDraws() == null;
  }

  private static Optional<Point> point(LandscapeRow row, Double value) {
    boolean onKernel = row.voteDraws() != null;
    Integer draws = onKernel ? row.voteDraws() : row.sampledDraws();
    Integer accept = onKernel ? row.voteAccept() : row.sampledAccept();
    return Optional.ofNullable(value)
        .map(
            known ->
                new Point(
                    Objects.requireNonNullElse(draws, 1),
                    Objects.requireNonNullElse(accept, 1),
                    known,
                    null,
                    null));
  }

  private static Optional<Point> point(VoteSweepRow row, Double value) {
    return Optional.ofNullable(value)
        .map(known -> new Point(row.voteDraws(), row.voteAccept(), known, null, null));
  }

  private static Point between(Point at, Double low, Double high) {
    // Normal intervals of shares are cut where shares end.
    return low == null || high == null
        ? at
        : new Point(at.draws(), at.accept(), at.value(), Math.max(0, low), Math.min(1, high));
  }

  private static <R> List<VotePicture> pictures(List<Named<R>> rows, List<Figure<R>> figures) {
    List<String> all = rows.stream().map(Named::name).distinct().toList();
    return figures.stream()
        .map(figure -> picture(figure, all, rows))
        .filter(picture -> picture.data().series().stream().anyMatch(s -> !s.points().isEmpty()))
        .toList();
  }

  private static <R> VotePicture picture(Figure<R> figure, List<String> all, List<Named<R>> rows) {
    List<String> names = all.stream().limit(MOST_SERIES).toList();
    List<Series> series =
        names.stream()
            .map(
                name ->
                    new Series(
                        name,
                        rows.stream()
                            .filter(row -> row.name().equals(name))
                            .flatMap(row -> figure.point().apply(row.row()).stream())
                            .filter(at -> figure.scale() != Scale.LOG || at.value() > 0)
                            .sorted(ORDER)
                            .toList()))
            .toList();
    return new VotePicture(
        figure.title(),
        new Data(figure.axis(), figure.scale(), series),
        names,
        all.size() - names.size(),
        figure.title()
            + " by votes: "
            + series.stream().map(VotePicture::words).collect(Collectors.joining("; "))
            + ".");
  }

  private static String words(Series series) {
    return series.name()
        + " "
        + series.points().stream()
            .map(at -> "%d of %d %s".formatted(at.accept(), at.draws(), Figures.action(at.value())))
            .collect(Collectors.joining(", "));
  }
}
