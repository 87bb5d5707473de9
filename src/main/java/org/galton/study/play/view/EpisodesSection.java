package org.galton.study.play.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.SweepSection;
import org.galton.report.VisibleText;
import org.galton.study.play.row.RolloutPlace;
import org.galton.study.play.row.TurnRow;

/**
 * The episodes of a sweep: figures, and of every model and task the first that was won and the
 * first that was not, as conversations.
 *
 * @param folder of the sweep
 */
public record EpisodesSection(
    List<EpisodeFigures> figures,
    List<RoleFigures> roles,
    List<ShownEpisode> episodes,
    String folder)
    implements SweepSection {
  private static final int EPISODES = 24;
  private static final int LONGEST_FOLDER = 300;

  public EpisodesSection {
    figures = List.copyOf(figures);
    roles = List.copyOf(roles);
    episodes = List.copyOf(episodes);
  }

  /** Reads the rows of a run one after another, and keeps what is shown. */
  public static final class Reader {
    private final EpisodeTally tally = new EpisodeTally();
    private final RoleTally roles = new RoleTally();
    private final Map<String, List<TurnRow>> first = new TreeMap<>();
    private List<TurnRow> open = new ArrayList<>();

    public void add(TurnRow row) {
      tally.add(row);
      roles.add(row);
      RolloutPlace before = open.isEmpty() ? row.rollout() : open.get(0).rollout();
      if (!before.equals(row.rollout())) {
        open = new ArrayList<>();
      }
      open.add(row);
      if (row.isLast()) {
        String kind =
            String.join("\n", row.rollout().task(), row.rollout().model(), row.won() ? "0" : "1");
        if (first.size() < EPISODES || first.containsKey(kind)) {
          first.putIfAbsent(kind, open);
        }
        open = new ArrayList<>();
      }
    }

    public EpisodesSection section(String folder) {
      return new EpisodesSection(
          tally.figures(),
          roles.figures(),
          first.values().stream().map(ShownEpisode::of).toList(),
          folder);
    }
  }

  public FigureTable table() {
    return EpisodeFigures.COLUMNS.table("Episodes, in the mean", figures);
  }

  /** The roles of teams. */
  public FigureTable roleTable() {
    return RoleFigures.COLUMNS.table("Roles of teams, in the mean of their episodes", roles);
  }

  public String command() {
    return "./galton play --run " + VisibleText.line(folder, LONGEST_FOLDER);
  }

  @Override
  public String anchor() {
    return "episodes";
  }

  @Override
  public String word() {
    return "Episodes";
  }

  @Override
  public boolean isShown() {
    return !figures.isEmpty();
  }

  @Override
  public Set<String> tasks() {
    return figures.stream().map(EpisodeFigures::task).collect(Collectors.toSet());
  }

  @Override
  public String finding() {
    long episodes = figures.stream().mapToLong(EpisodeFigures::episodes).sum();
    double won =
        figures.stream().mapToDouble(cell -> cell.won() * cell.episodes()).sum() / episodes;
    double turns =
        figures.stream().mapToDouble(cell -> cell.turns() * cell.episodes()).sum() / episodes;
    return "%s of %s episodes were won, in %s turns in the mean of all."
        .formatted(Figures.percent(won), Figures.count(episodes), Figures.nats(turns));
  }
}
