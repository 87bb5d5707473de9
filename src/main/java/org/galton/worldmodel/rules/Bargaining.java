package org.galton.worldmodel.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.GameState;

/**
 * Bargaining (DeVault and others, 2015; Lewis and others, 2017), by OpenSpiel's rules: two players
 * divide a pool of 5 to 7 items of three types. Each knows what an item of a type is worth to
 * itself; the whole pool is worth {@link #TOTAL} to each, each type is worth something to one of
 * them, and some type to both. They make offers in turn; who gets one may agree. After {@link
 * #TURNS} offers without agreement nobody gets anything. What one wins the other need not lose.
 *
 * <p>A pool is drawn, then the worth to the first player, then that to the second, each possible
 * one as likely. OpenSpiel draws all three at once from a list of 1,000.
 */
public final class Bargaining implements Game {
  /** Worth of the pool to each player. */
  static final int TOTAL = 10;

  static final int TURNS = 10;

  private static final int TYPES = 3;
  private static final int FEWEST = 5;
  private static final int MOST = 7;
  private static final String AGREE = "agree";

  @Override
  public String id() {
    return "bargaining";
  }

  @Override
  public String rules() {
    return RulesText.of(id());
  }

  @Override
  public int players() {
    return 2;
  }

  @Override
  public boolean hides() {
    return true;
  }

  @Override
  public double stake() {
    return TOTAL;
  }

  @Override
  public GameState start() {
    return new State(List.of(), List.of(), List.of(), false);
  }

  private static List<List<Long>> pools() {
    List<List<Long>> pools = new ArrayList<>();
    for (long a = 1; a <= MOST; a++) {
      for (long b = 1; b <= MOST; b++) {
        for (long c = 1; c <= MOST; c++) {
          if (a + b + c >= FEWEST && a + b + c <= MOST) {
            pools.add(List.of(a, b, c));
          }
        }
      }
    }
    return pools;
  }

  /** What items of the types may be worth to a player. */
  private static List<List<Long>> worths(List<Long> pool) {
    List<List<Long>> worths = new ArrayList<>();
    for (long a = 0; a * pool.get(0) <= TOTAL; a++) {
      for (long b = 0; a * pool.get(0) + b * pool.get(1) <= TOTAL; b++) {
        long left = TOTAL - a * pool.get(0) - b * pool.get(1);
        if (left % pool.get(2) == 0) {
          worths.add(List.of(a, b, left / pool.get(2)));
        }
      }
    }
    return worths;
  }

  private static boolean fit(List<Long> first, List<Long> second) {
    return IntStream.range(0, TYPES).allMatch(type -> first.get(type) + second.get(type) > 0)
        && IntStream.range(0, TYPES).anyMatch(type -> first.get(type) * second.get(type) > 0);
  }

  private static List<List<Long>> divisions(List<Long> pool) {
    List<List<Long>> divisions = new ArrayList<>();
    for (long a = 0; a <= pool.get(0); a++) {
      for (long b = 0; b <= pool.get(1); b++) {
        for (long c = 0; c <= pool.get(2); c++) {
          divisions.add(List.of(a, b, c));
        }
      }
    }
    return divisions;
  }

  private static String text(List<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static List<Long> numbers(String text) {
    return List.of(text.split(",", -1)).stream().map(Long::valueOf).toList();
  }

  /**
   * @param pool items by type; empty before it is drawn
   * @param worths of an item by type, for each player that knows it
   * @param offers what who makes it would keep, by type
   */
  private record State(
      List<Long> pool, List<List<Long>> worths, List<List<Long>> offers, boolean agreed)
      implements GameState {

    @Override
    public int player() {
      if (worths.size() < 2) {
        return CHANCE;
      }
      return agreed || offers.size() == TURNS ? OVER : offers.size() % 2;
    }

    @Override
    public List<String> legal() {
      if (player() == OVER) {
        return List.of();
      }
      if (pool.isEmpty()) {
        return texts(pools());
      }
      if (worths.isEmpty()) {
        return texts(Bargaining.worths(pool));
      }
      if (worths.size() == 1) {
        return texts(
            Bargaining.worths(pool).stream().filter(other -> fit(worths.get(0), other)).toList());
      }
      List<String> legal = new ArrayList<>(texts(divisions(pool)));
      if (!offers.isEmpty()) {
        legal.add(AGREE);
      }
      return legal;
    }

    private static List<String> texts(List<List<Long>> all) {
      return all.stream().map(Bargaining::text).toList();
    }

    @Override
    public GameState after(String action) {
      if (!legal().contains(action)) {
        throw new IllegalArgumentException("Illegal action '%s'".formatted(action));
      }
      if (action.equals(AGREE)) {
        return new State(pool, worths, offers, true);
      }
      List<Long> numbers = numbers(action);
      if (pool.isEmpty()) {
        return new State(numbers, worths, offers, false);
      }
      return worths.size() < 2
          ? new State(pool, with(worths, numbers), offers, false)
          : new State(pool, worths, with(offers, numbers), false);
    }

    private static List<List<Long>> with(List<List<Long>> items, List<Long> more) {
      List<List<Long>> all = new ArrayList<>(items);
      all.add(more);
      return List.copyOf(all);
    }

    @Override
    public List<String> observations() {
      return List.of(observation(0), observation(1));
    }

    /** The pool, the player's own worths, the number of offers, the last one, agreement. */
    private String observation(int seat) {
      String own = worths.size() > seat ? text(worths.get(seat)) : "";
      String last = offers.isEmpty() ? "" : text(offers.get(offers.size() - 1));
      return String.join(
          "|", text(pool), own, String.valueOf(offers.size()), last, agreed ? "agreed" : "");
    }

    @Override
    public List<Long> rewards() {
      if (!agreed) {
        return List.of(0L, 0L);
      }
      int proposer = (offers.size() - 1) % 2;
      List<Long> kept = offers.get(offers.size() - 1);
      long own = 0;
      long other = 0;
      for (int type = 0; type < TYPES; type++) {
        own += worths.get(proposer).get(type) * kept.get(type);
        other += worths.get(1 - proposer).get(type) * (pool.get(type) - kept.get(type));
      }
      return proposer == 0 ? List.of(own, other) : List.of(other, own);
    }

    @Override
    public Object value() {
      return Map.of("pool", pool, "worths", worths, "offers", offers, "agreed", agreed ? 1L : 0L);
    }
  }
}
