package org.galton.study.balance.view;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.SweepSection;
import org.galton.study.balance.row.LandscapeRow;

/** What the page says and draws of agents' landscapes. */
public record BalanceSection(
    String finding,
    Set<String> tasks,
    List<String> claims,
    List<LandscapePicture> landscapes,
    String more,
    List<CyclePicture> cycles,
    List<PairPicture> pairs,
    List<VotePicture> kernelVotes,
    List<VotePicture> taskVotes,
    Tables tables)
    implements SweepSection {

  /** What the scripts draw. */
  public record Data(
      List<LandscapePicture.Data> landscapes,
      List<CyclePicture.Data> cycles,
      List<PairPicture.Data> pairs,
      List<VotePicture.Data> kernelVotes,
      List<VotePicture.Data> taskVotes) {}

  /** Of all agents. */
  record Tables(
      FigureTable landscapes, FigureTable tests, FigureTable kernelVotes, FigureTable taskVotes) {}

  public static BalanceSection of(BalanceRows rows) {
    List<AgentMoves> agents =
        BalanceReading.drawn(rows.landscapes()).stream()
            .map(landscape -> AgentMoves.of(landscape, rows))
            .toList();
    List<BalanceAgent> shown = agents.stream().map(AgentMoves::agent).toList();
    List<BalanceAgent> all = rows.landscapes().stream().map(BalanceAgent::of).distinct().toList();
    return new BalanceSection(
        agents.isEmpty() && !rows.votes().isEmpty()
            ? BalanceClaims.ofVotes(rows.votes())
            : BalanceClaims.summary(agents, rows.tests()),
        rows.landscapes().stream().map(LandscapeRow::condition).collect(Collectors.toSet()),
        BalanceClaims.of(agents, rows.tests()),
        agents.stream()
            .map(agent -> LandscapePicture.of(agent, agent.agent().name(shown)))
            .toList(),
        all.size() > shown.size()
            ? "%s more agents are in the tables only."
                .formatted(Figures.count(all.size() - shown.size()))
            : "",
        agents.stream()
            .map(agent -> CyclePicture.of(agent, agent.agent().name(shown), rows))
            .toList(),
        agents.stream().map(agent -> PairPicture.of(agent, agent.agent().name(shown))).toList(),
        VotePicture.ofKernels(agents, rows.landscapes()),
        VotePicture.ofTasks(rows.votes()),
        new Tables(
            AgentTables.landscapes(rows.landscapes(), all),
            AgentTables.tests(rows.tests(), all),
            AgentTables.kernelVotes(rows.landscapes(), all),
            AgentTables.taskVotes(rows.votes())));
  }

  @Override
  public String anchor() {
    return "landscape";
  }

  @Override
  public String word() {
    return "Landscape";
  }

  @Override
  public boolean isShown() {
    return !landscapes.isEmpty() || !taskVotes.isEmpty();
  }

  @Override
  public List<String> scripts() {
    return List.of(beside("landscape.js"), beside("balance.js"), beside("votes.js"));
  }

  @Override
  public Map<String, Object> charts() {
    return Map.of("balance", data());
  }

  public Data data() {
    return new Data(
        landscapes.stream().map(LandscapePicture::data).toList(),
        cycles.stream().map(CyclePicture::data).toList(),
        pairs.stream().map(PairPicture::data).toList(),
        kernelVotes.stream().map(VotePicture::data).toList(),
        taskVotes.stream().map(VotePicture::data).toList());
  }
}
