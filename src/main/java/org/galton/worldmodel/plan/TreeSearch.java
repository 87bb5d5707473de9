package org.galton.worldmodel.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.numerics.Expect;
import org.galton.numerics.PortableStream;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.GameState;
import org.galton.worldmodel.WorldFault;

/**
 * Information set Monte Carlo tree search with one observer (Cowling, Powley and Whitehouse, 2012);
 * where a player sees all of the state it is plain Monte Carlo tree search.
 *
 * <p>A simulation draws a state in which the player would have seen what it saw, and goes down from
 * it. A node is what the player to move has seen and done. There the action is the one with the
 * largest
 *
 * <pre>  mean + c sqrt(ln N_available / N)</pre>
 *
 * where N counts the visits of the action and N_available the simulations in which it was legal;
 * actions that were not tried come first, in their order. Chance is drawn. A new node is valued by
 * games that are played on by chance, and every player's reward, divided by the game's stake, is
 * kept for the actions of that player. The most visited action at the root is taken, the first of
 * equals.
 *
 * <p>A simulation in which the game fails, or is longer than {@link #DEEPEST}, is thrown away and
 * counted, and so is one that finds no state to begin from. Where more than half are, an action is
 * drawn from the legal ones.
 */
public final class TreeSearch implements Player {
  /** The constant c for rewards in [-1, 1]. */
  public static final double EXPLORATION = Math.sqrt(2);

  static final int DEEPEST = 500;

  private final Game game;
  private final HiddenStates hidden;
  private final int simulations;
  private final int playouts;
  private int choices;
  private int byChance;
  private long thrownAway;
  private long simulated;

  /** Draws hidden states by playing the game again. */
  public TreeSearch(Game game, int simulations, int playouts) {
    this(game, HiddenStates.replay(game), simulations, playouts);
  }

  /**
   * @param game or a program that models it
   * @param hidden draws states of it
   * @param simulations for a choice
   * @param playouts games that value a new node
   */
  public TreeSearch(Game game, HiddenStates hidden, int simulations, int playouts) {
    this.game = game;
    this.hidden = hidden;
    Expect.positive(simulations, "simulations");
    Expect.positive(playouts, "playouts");
    this.simulations = simulations;
    this.playouts = playouts;
  }

  /** Simulations so far, and how many of them were thrown away. */
  public long simulated() {
    return simulated;
  }

  public long thrownAway() {
    return thrownAway;
  }

  /** Choices so far, and how many of them were left to chance. */
  public int choices() {
    return choices;
  }

  public int byChance() {
    return byChance;
  }

  @Override
  public String choose(View view, PortableStream random) {
    Tree tree = new Tree(view, random);
    int failed = 0;
    for (int i = 0; i < simulations; i++) {
      failed += tree.simulate() ? 0 : 1;
    }
    simulated += simulations;
    thrownAway += failed;
    choices++;
    Optional<String> best = tree.best();
    if (2 * failed > simulations || best.isEmpty()) {
      byChance++;
      return view.legal().get(random.below(view.legal().size()));
    }
    return best.get();
  }

  private static final class Edge {
    private int visits;
    private int available;
    private double sum;

    double bound() {
      return sum / visits + EXPLORATION * Math.sqrt(Math.log(available) / visits);
    }
  }

  private record Step(Edge edge, int player) {}

  private final class Tree {
    private final View view;
    private final PortableStream random;

    /** By what the player to move has seen and done. */
    private final Map<String, Map<String, Edge>> nodes = new HashMap<>();

    Tree(View view, PortableStream random) {
      this.view = view;
      this.random = random;
    }

    boolean simulate() {
      try {
        Optional<GameState> drawn = hidden.draw(view, random);
        return drawn.isPresent() && descend(drawn.get());
      } catch (WorldFault | IllegalArgumentException e) {
        return false;
      }
    }

    private boolean descend(GameState root) {
      List<StringBuilder> known = new ArrayList<>();
      for (int seat = 0; seat < game.players(); seat++) {
        known.add(new StringBuilder().append(seat));
      }
      List<Step> path = new ArrayList<>();
      GameState state = root;
      boolean fresh = false;
      for (int depth = 0; !fresh && !state.over(); depth++) {
        if (depth > DEEPEST) {
          return false;
        }
        int player = state.player();
        String action;
        if (player == GameState.CHANCE) {
          action = drawn(state.legal());
        } else {
          Map<String, Edge> node =
              nodes.computeIfAbsent(known.get(player).toString(), key -> new LinkedHashMap<>());
          action = chosen(node, state.legal());
          Edge edge = node.get(action);
          fresh = edge.visits == 0;
          path.add(new Step(edge, player));
          known.get(player).append('\u0001').append(action);
        }
        state = state.after(action);
        List<String> seen = state.observations();
        for (int seat = 0; seat < known.size(); seat++) {
          known.get(seat).append('\u0002').append(seen.get(seat));
        }
      }
      double[] values = values(state);
      for (Step step : path) {
        step.edge().visits++;
        step.edge().sum += values[step.player()];
      }
      return true;
    }

    private String chosen(Map<String, Edge> node, List<String> legal) {
      String best = null;
      double most = Double.NEGATIVE_INFINITY;
      for (String action : legal) {
        Edge edge = node.computeIfAbsent(action, key -> new Edge());
        edge.available++;
        double bound = edge.visits == 0 ? Double.POSITIVE_INFINITY : edge.bound();
        if (best == null || bound > most) {
          best = action;
          most = bound;
        }
      }
      if (best == null) {
        throw new WorldFault("a player has no legal action");
      }
      return best;
    }

    private double[] values(GameState leaf) {
      double[] values = new double[game.players()];
      int games = leaf.over() ? 1 : playouts;
      for (int i = 0; i < games; i++) {
        List<Long> rewards = playedOn(leaf).rewards();
        for (int seat = 0; seat < values.length; seat++) {
          values[seat] += rewards.get(seat) / game.stake() / games;
        }
      }
      return values;
    }

    private GameState playedOn(GameState from) {
      GameState state = from;
      for (int depth = 0; !state.over(); depth++) {
        if (depth > DEEPEST) {
          throw new WorldFault("a game that does not end");
        }
        state = state.after(drawn(state.legal()));
      }
      return state;
    }

    private String drawn(List<String> legal) {
      if (legal.isEmpty()) {
        throw new WorldFault("a player has no legal action");
      }
      return legal.get(random.below(legal.size()));
    }

    /** Of the actions that are legal, whatever a program says. */
    Optional<String> best() {
      Map<String, Edge> root = nodes.getOrDefault(String.valueOf(view.seat()), Map.of());
      String best = null;
      int most = 0;
      for (String action : view.legal()) {
        Edge edge = root.get(action);
        if (edge != null && edge.visits > most) {
          best = action;
          most = edge.visits;
        }
      }
      return Optional.ofNullable(best);
    }
  }
}
