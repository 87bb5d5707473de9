package org.galton.report;

import java.util.List;
import java.util.Map;

/** What the page says and draws of agents' landscapes. */
record BalanceSection(
    String finding,
    List<String> claims,
    List<LandscapePicture> landscapes,
    String more,
    List<CyclePicture> cycles,
    List<PairPicture> pairs,
    List<VotePicture> kernelVotes,
    List<VotePicture> taskVotes,
    Tables tables)
    implements StudySection {

  /** What the scripts draw. */
  record Data(
      List<LandscapePicture.Data> landscapes,
      List<CyclePicture.Data> cycles,
      List<PairPicture.Data> pairs,
      List<VotePicture.Data> kernelVotes,
      List<VotePicture.Data> taskVotes) {}

  /** Of all agents. */
  record Tables(
      FigureTable landscapes, FigureTable tests, FigureTable kernelVotes, FigureTable taskVotes) {}

  static BalanceSection of(BalanceRows rows) {
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
            BalanceTables.landscapes(rows.landscapes(), all),
            BalanceTables.tests(rows.tests(), all),
            BalanceTables.kernelVotes(rows.landscapes(), all),
            BalanceTables.taskVotes(rows.votes())));
  }

  /** Whether there is anything to show. */
  public boolean isShown() {
    return !landscapes.isEmpty() || !taskVotes.isEmpty();
  }

  @Override
  public String template() {
    return "balance-section.html";
  }

  @Override
  public Map<String, Object> charts() {
    return Map.of("balance", data());
  }

  Data data() {
    return new Data(
        landscapes.stream().map(LandscapePicture::data).toList(),
        cycles.stream().map(CyclePicture::data).toList(),
        pairs.stream().map(PairPicture::data).toList(),
        kernelVotes.stream().map(VotePicture::data).toList(),
        taskVotes.stream().map(VotePicture::data).toList());
  }
}
