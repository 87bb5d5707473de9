package org.galton.study.balance.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.galton.report.Fact;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.study.balance.row.LandscapeRow;
import org.galton.study.balance.row.PotentialRow;
import org.galton.study.balance.row.TransitionRow;

/**
 * One agent's potential: the states of its largest component by how low they lie, and the moves
 * between them.
 *
 * @param data without states where there is no potential
 * @param states that are drawn
 * @param wells the deepest
 * @param others components besides the largest, with their order
 */
record LandscapePicture(
    String title,
    Data data,
    String alternative,
    String note,
    String order,
    FigureTable states,
    FigureTable wells,
    FigureTable others) {
  private static final int MOST_STATES = 80;
  private static final int DEEPEST = 10;

  /** What the script draws; states lowest first. */
  record Data(List<State> states, List<Arc> arcs, Action action) {}

  record State(String name, double potential, Double low, Double high, List<Fact> facts) {}

  /**
   * @param from place among the states, as {@code to}
   * @param weight T as a share of the largest drawn
   */
  record Arc(int from, int to, double weight, List<Fact> facts) {}

  record Action(double value, double bound, double atZero, List<Fact> facts) {
    static Action of(LandscapeRow row) {
      return new Action(
          row.action(),
          row.actionLowerBound(),
          row.actionAtZero(),
          List.of(
              new Fact("bound", Figures.action(row.actionLowerBound())),
              new Fact("S", Figures.action(row.action())),
              new Fact("S0", Figures.action(row.actionAtZero()))));
    }
  }

  static LandscapePicture of(AgentMoves agent, String name) {
    LandscapeRow row = agent.landscape();
    List<PotentialRow> drawn = drawn(agent.wells());
    List<TransitionRow> inside = between(agent, agent.wells());
    List<TransitionRow> candidates = between(agent, drawn);
    List<Arc> arcs = StrongMoves.of(agent, drawn, candidates);
    ComponentOrder order = ComponentOrder.of(agent);
    return new LandscapePicture(
        name,
        new Data(drawn.stream().map(LandscapePicture::state).toList(), arcs, Action.of(row)),
        alternative(name, agent),
        note(agent, drawn.size(), arcs.size(), inside),
        order(agent, order),
        StateTables.states(drawn),
        StateTables.wells(drawn.subList(0, Math.min(DEEPEST, drawn.size()))),
        StateTables.components(order));
  }

  /** Whether there is a potential to draw. */
  public boolean isDrawn() {
    return !data.states().isEmpty();
  }

  /** The deepest, those with most attempts, and others at even distances; lowest first. */
  private static List<PotentialRow> drawn(List<PotentialRow> wells) {
    if (wells.size() <= MOST_STATES) {
      return wells;
    }
    Set<PotentialRow> chosen = new LinkedHashSet<>(wells.subList(0, DEEPEST));
    wells.stream()
        .sorted(
            Comparator.comparing(
                PotentialRow::attempts, Comparator.nullsFirst(Comparator.reverseOrder())))
        .filter(row -> chosen.size() < MOST_STATES / 2)
        .forEach(chosen::add);
    List<PotentialRow> others = wells.stream().filter(row -> !chosen.contains(row)).toList();
    int free = MOST_STATES - chosen.size();
    for (int i = 1; i <= free; i++) {
      chosen.add(others.get((int) ((long) i * others.size() / free) - 1));
    }
    return wells.stream().filter(chosen::contains).toList();
  }

  private static List<TransitionRow> between(AgentMoves agent, List<PotentialRow> states) {
    Set<String> names = new LinkedHashSet<>(states.stream().map(PotentialRow::state).toList());
    return agent.moves().stream()
        .filter(move -> names.contains(move.source()) && names.contains(move.target()))
        .toList();
  }

  private static State state(PotentialRow row) {
    List<Fact> facts = new ArrayList<>(List.of(new Fact("V", Figures.nats(row.potential()))));
    if (row.low() != null && row.high() != null) {
      facts.add(new Fact("95\u202f% interval", StateTables.interval(row)));
    }
    if (row.attempts() != null) {
      facts.add(new Fact("attempts", Figures.count(row.attempts())));
      facts.add(new Fact("stays", StateTables.counted(row.stays())));
      facts.add(new Fact("escapes", StateTables.counted(row.escapes())));
    }
    return new State(
        BalanceNames.state(row.state()), row.potential(), row.low(), row.high(), facts);
  }

  private static String alternative(String name, AgentMoves agent) {
    if (agent.wells().isEmpty()) {
      return name + " has no potential.";
    }
    PotentialRow low = agent.wells().get(0);
    PotentialRow high = agent.wells().get(agent.wells().size() - 1);
    return "%s: potential from %s at “%s” to %s at “%s” (%s)."
        .formatted(
            name,
            Figures.nats(low.potential()),
            BalanceNames.state(low.state()),
            Figures.nats(high.potential()),
            BalanceNames.state(high.state()),
            BalanceNames.rule(agent.landscape()));
  }

  private static String note(AgentMoves agent, int states, int arcs, List<TransitionRow> inside) {
    LandscapeRow row = agent.landscape();
    if (states == 0) {
      return "No potential: no two states lead to each other, on any way. %s."
          .formatted(BalanceNames.rule(row));
    }
    StringBuilder note = new StringBuilder(BalanceNames.rule(row) + ". ");
    note.append(capital(shown(states, row.largestComponent(), "states")));
    if (states < row.largestComponent()) {
      note.append(
          row.attempts() == null
              ? " (the deepest, and others at even distances)"
              : " (the deepest, those with most attempts, others at even distances)");
    }
    if (!inside.isEmpty()) {
      note.append(" and ").append(shown(arcs, inside.size(), "moves between them"));
      note.append(arcs < inside.size() ? " (the busiest pairs)" : "");
      note.append(". %s of all steps between states lead down".formatted(down(agent, inside)));
    }
    note.append('.');
    if (row.capped() > 0) {
      note.append(
          " Probability cut to 1: %s."
              .formatted(BalanceNames.count(row.capped(), "move", "moves")));
    }
    return note.toString();
  }

  private static String shown(int some, int all, String what) {
    return some == all
        ? "all %s %s".formatted(Figures.count(all), what)
        : "%s of %s %s".formatted(Figures.count(some), Figures.count(all), what);
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String down(AgentMoves agent, List<TransitionRow> inside) {
    double all = inside.stream().mapToLong(TransitionRow::count).sum();
    double down =
        inside.stream()
            .filter(
                move ->
                    agent.states().get(move.target()).potential()
                        < agent.states().get(move.source()).potential())
            .mapToLong(TransitionRow::count)
            .sum();
    return Figures.percent(down / all);
  }

  /** What is not in the picture; empty where everything is. */
  private static String order(AgentMoves agent, ComponentOrder order) {
    LandscapeRow row = agent.landscape();
    List<String> parts = new ArrayList<>();
    if (row.components() > 1) {
      parts.add(
          "%s components in all: moves lead from earlier stages to later ones and never back, and potentials of different components do not compare"
              .formatted(Figures.count(row.components())));
    }
    int listed = Math.min(StateTables.MOST_COMPONENTS, order.components().size());
    if (row.components() > listed) {
      parts.add("%s of them are not listed".formatted(Figures.count(row.components() - listed)));
    }
    if (row.statesTotal() > row.statesKept()) {
      parts.add(
          "Too few attempts, and dropped: "
              + BalanceNames.count(row.statesTotal() - row.statesKept(), "state", "states"));
    }
    return parts.isEmpty() ? "" : String.join(". ", parts) + ".";
  }
}
