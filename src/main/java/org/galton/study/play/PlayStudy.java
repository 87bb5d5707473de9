package org.galton.study.play;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.job.run.RunTables;
import org.galton.job.sweep.SweptRun;
import org.galton.report.SweepSection;
import org.galton.study.Study;
import org.galton.study.SweepAnswer;
import org.galton.study.play.row.PlayTables;
import org.galton.study.play.view.EpisodeFigures;
import org.galton.study.play.view.EpisodeTally;
import org.galton.study.play.view.EpisodesSection;
import org.galton.study.play.view.RoleFigures;
import org.galton.study.play.view.RoleTally;
import org.galton.table.Table;

/** What happens in episodes of environments, turn by turn. */
public final class PlayStudy implements Study {
  @Override
  public Class<?> command() {
    return PlayCommand.class;
  }

  @Override
  public List<Table<?>> tables() {
    return PlayTables.ALL;
  }

  /** Of rollouts that are episodes. */
  @Override
  public Optional<SweepAnswer> ofSweep(SweptRun run) {
    if (!new TurnJob(run.spark(), run.tables()).run(run.name(), run.spec(), run.cells())) {
      return Optional.empty();
    }
    EpisodeTally tally = new EpisodeTally();
    RoleTally roles = new RoleTally();
    run.tables()
        .output()
        .ofRun(PlayTables.TURNS, run.name().runId())
        .forEach(
            PlayTables.TURNS.rows(),
            row -> {
              tally.add(row);
              roles.add(row);
            });
    List<EpisodeFigures> figures = tally.figures();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    RowJson.add(json.putArray("episodes"), EpisodeFigures.COLUMNS, figures);
    String text = "\n" + TextTable.of(EpisodeFigures.COLUMNS, figures, "-");
    List<RoleFigures> ofRoles = roles.figures();
    if (!ofRoles.isEmpty()) {
      RowJson.add(json.putArray("roles"), RoleFigures.COLUMNS, ofRoles);
      text += "\n" + TextTable.of(RoleFigures.COLUMNS, ofRoles, "-");
    }
    return Optional.of(new SweepAnswer(text, name(), json));
  }

  @Override
  public Optional<SweepSection> section(RunTables run) {
    EpisodesSection.Reader reader = new EpisodesSection.Reader();
    run.forEach(PlayTables.TURNS, reader::add);
    return Optional.of(reader.section(run.folder()));
  }
}
