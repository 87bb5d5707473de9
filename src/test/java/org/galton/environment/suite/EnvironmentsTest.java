package org.galton.environment.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.galton.environment.Environment;
import org.galton.environment.Policy;
import org.galton.environment.State;
import org.galton.environment.World;
import org.galton.numerics.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every environment by its solver and by chance, against known answers. */
final class EnvironmentsTest {
  static Stream<String> ids() {
    return Environments.ids().stream();
  }

  private static Environment named(String id) {
    return Environments.named(id).orElseThrow();
  }

  static List<Trace> solved(String id, int seeds) {
    return LongStream.range(0, seeds)
        .mapToObj(seed -> Trace.play(named(id), seed, named(id).solver()))
        .toList();
  }

  private static double share(Stream<Trace> traces, int of) {
    return (double) traces.filter(trace -> trace.last().won()).count() / of;
  }

  @Test
  void thereAreFifteenEasyAndHard() {
    assertThat(Environments.ids()).hasSize(30).doesNotHaveDuplicates();
    assertThat(Environments.named("guess-the-number/medium")).isEmpty();
  }

  /** Means over the numbers themselves: 29/10 and 243/50. */
  @ParameterizedTest
  @CsvSource({"easy, 10, 2.9, 4", "hard, 50, 4.86, 6"})
  void binarySearchTakesItsKnownNumberOfGuesses(
      String difficulty, int numbers, double mean, int worst) {
    Map<String, Integer> turns = new HashMap<>();
    for (long seed = 0; turns.size() < numbers; seed++) {
      Environment environment = named("guess-the-number/" + difficulty);
      Trace trace = Trace.play(environment, seed, environment.solver());
      turns.put(trace.actions().get(trace.actions().size() - 1), trace.actions().size());
    }
    IntSummaryStatistics all = turns.values().stream().mapToInt(n -> n).summaryStatistics();
    assertThat(all.getAverage()).isCloseTo(mean, within(1e-12));
    assertThat(all.getMax()).isEqualTo(worst);
  }

  /** 4 of 10 and 7 of 50 guesses; with repeats 1 - .9^4 and 1 - .98^7. Four standard errors. */
  @ParameterizedTest
  @CsvSource({"easy, .3439, .4", "hard, .13187, .14"})
  void randomGuessesWinAsOftenAsTheirClosedForm(String difficulty, double repeats, double fresh) {
    int seeds = 8_000;
    Environment environment = named("guess-the-number/" + difficulty);
    Policy withoutRepeats =
        (marks, chance) -> {
          List<String> named = List.of(marks.split("[<>]"));
          List<String> left =
              environment.actions(marks).stream().filter(a -> !named.contains(a)).toList();
          return left.get(chance.nextInt(left.size()));
        };
    assertThat(wins(environment, environment.random(), seeds))
        .isCloseTo(repeats, within(4 * Math.sqrt(repeats * (1 - repeats) / seeds)));
    assertThat(wins(environment, withoutRepeats, seeds))
        .isCloseTo(fresh, within(4 * Math.sqrt(fresh * (1 - fresh) / seeds)));
  }

  private static double wins(Environment environment, Policy policy, int seeds) {
    return share(
        LongStream.range(0, seeds).mapToObj(seed -> Trace.play(environment, seed, policy)), seeds);
  }

  @Test
  void aFirstGuessIsTheCodeWithItsKnownProbability() {
    assertThat(named("mastermind/easy").actions("")).hasSize(30).doesNotHaveDuplicates();
    assertThat(named("mastermind/hard").actions("")).hasSize(1_680).doesNotHaveDuplicates();
    int seeds = 20_000;
    long hits =
        LongStream.range(0, seeds)
            .filter(
                seed -> State.start(named("mastermind/easy"), seed).step(Optional.of("25")).won())
            .count();
    assertThat((double) hits / seeds).isCloseTo(1 / 30.0, within(4 * Math.sqrt(1 / 30.0 / seeds)));
  }

  /**
   * Solvers that never fail, and the most turns that they may take; {@link SolversTest} takes 1,000
   * seeds of all.
   */
  @ParameterizedTest
  @CsvSource({
    "guess-the-number/easy, 1000, 4",
    "guess-the-number/hard, 1000, 6",
    "mastermind/easy, 1000, 10",
    "mastermind/hard, 100, 30",
    "wordle/easy, 100, 15",
    "wordle/hard, 100, 25",
    "hangman/hard, 50, 20",
    "fifteen/easy, 1000, 6",
    "fifteen/hard, 100, 28",
    "sudoku/easy, 1000, 6",
    "sudoku/hard, 100, 31",
    "sokoban/easy, 1000, 18",
    "sokoban/hard, 50, 45",
    "arithmetic/easy, 1000, 2",
    "arithmetic/hard, 1000, 2",
    "lookup/easy, 300, 2",
    "lookup/hard, 300, 4",
    "knights/easy, 1000, 1",
    "knights/hard, 1000, 1",
    "lists/easy, 1000, 1",
    "lists/hard, 1000, 1",
    "code/easy, 300, 2",
    "code/hard, 200, 2"
  })
  void aSolverWinsWithinItsBound(String id, int seeds, int bound) {
    assertWon(solved(id, seeds), bound);
  }

  static void assertWon(List<Trace> traces, int bound) {
    assertThat(traces)
        .allMatch(trace -> trace.last().won())
        .allMatch(trace -> trace.actions().size() <= bound)
        .allMatch(
            trace -> Math.abs(trace.rewards().stream().mapToDouble(r -> r).sum() - 1) < 1e-12);
  }

  @Test
  void hanoiTakesExactlyItsKnownMoves() {
    assertThat(solved("hanoi/easy", 3)).allMatch(trace -> trace.actions().size() == 7);
    assertThat(solved("hanoi/hard", 3)).allMatch(trace -> trace.actions().size() == 31);
    assertThat(solved("hanoi/hard", 1)).allMatch(trace -> trace.last().won());
  }

  /** Where no rule wins always: far more often than chance. */
  @ParameterizedTest
  @CsvSource({"minesweeper/easy, .3", "minesweeper/hard, .1", "hangman/easy, .5", "2048/easy, .9"})
  void aRulePlaysFarBetterThanChance(String id, double least) {
    int seeds = 200;
    double won = share(solved(id, seeds).stream(), seeds);
    assertThat(won)
        .isGreaterThan(least)
        .isGreaterThan(2 * wins(named(id), named(id).random(), seeds));
  }

  /** Tiles sum to at most 4 (2 + 50). */
  @Test
  void aTileOf512IsOutOfReach() {
    assertThat(solved("2048/hard", 50)).noneMatch(trace -> trace.last().won());
    assertThat(4 * (2 + named("2048/hard").turnLimit())).isLessThan(512);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void sameSeedAndActionsAreTheSameEpisode(String id) {
    Environment environment = named(id);
    for (long seed = 0; seed < 5; seed++) {
      Trace once = Trace.play(environment, seed, environment.random());
      State again = State.start(environment, seed);
      List<Double> rewards = new ArrayList<>();
      for (String action : once.actions()) {
        assertMarked(again.world());
        again = again.step(Optional.of(action));
        rewards.add(again.reward());
      }
      assertThat(rewards).isEqualTo(once.rewards());
      assertThat(again.observation()).isEqualTo(once.last().observation());
      assertThat(again.world().marks()).isEqualTo(once.last().world().marks());
      assertThat(again.over()).isTrue();
    }
  }

  private static void assertMarked(World world) {
    assertThat(world.marks()).matches("[ -~]*").doesNotContain("=", ";");
    assertThat(world.text()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void whatIsNoActionEndsWithItsRewardAndALimitTruncates(String id) {
    State start = State.start(named(id), 3);
    State error = start.step(Optional.empty());
    assertThat(error.formatError() && error.terminated() && !error.truncated()).isTrue();
    assertThat(error.reward()).isEqualTo(-0.1);
    assertThatThrownBy(() -> error.step(Optional.of("1"))).hasMessageContaining("is over");
    for (String hostile : hostile()) {
      State after = start.step(Optional.of(hostile));
      assertThat(after.won()).isFalse();
      assertThat(after.observation().length()).isLessThan(3_000);
    }
  }

  private static List<String> hostile() {
    return List.of(
        "\u0000\u0007",
        "9".repeat(200),
        "-".repeat(200),
        "(".repeat(200),
        "A".repeat(200),
        "1 1 1 1 1 1",
        "tool_call: {",
        "search: ",
        "calculator: " + "(".repeat(150),
        "\ud800",
        "=;=");
  }

  /** Refused moves change nothing and cost nothing but the turn; the last one truncates. */
  @ParameterizedTest
  @CsvSource({
    "guess-the-number/easy, 11",
    "mastermind/easy, 11",
    "minesweeper/easy, 9 9",
    "wordle/easy, xqz",
    "hangman/easy, abcd",
    "sudoku/easy, 9 9 9",
    "hanoi/easy, B C"
  })
  void anInvalidMoveIsATurnWithoutReward(String id, String move) {
    State state = State.start(named(id), 5);
    String marks = state.world().marks();
    while (!state.over()) {
      state = state.step(Optional.of(move));
      assertThat(state.reward()).isZero();
      assertThat(state.world().marks()).isEqualTo(marks);
    }
    assertThat(state.truncated() && !state.terminated()).isTrue();
    assertThat(state.turn()).isEqualTo(named(id).turnLimit());
  }

  @Test
  void aLastGuessIsRewardedByItsDistance() {
    State state = State.start(named("guess-the-number/easy"), 0);
    String number =
        Trace.play(state.environment(), 0, state.environment().solver()).actions().stream()
            .reduce((a, b) -> b)
            .orElseThrow();
    int wrong = number.equals("10") ? 1 : 10;
    while (!state.over()) {
      assertThat(state.reward()).isZero();
      state = state.step(Optional.of(Integer.toString(wrong)));
    }
    assertThat(state.truncated()).isTrue();
    assertThat(state.reward())
        .isCloseTo(1 - Math.abs(wrong - Integer.parseInt(number)) / 9.0, within(1e-12));
  }

  /** Each code word by hand: the code is found by trying, the pegs are counted here. */
  @Test
  void mastermindRewardsTheGainInBlackPegs() {
    Environment environment = named("mastermind/hard");
    String code =
        solved("mastermind/hard", 1).get(0).actions().stream().reduce((a, b) -> b).orElseThrow();
    String three =
        environment.actions("").stream().filter(c -> same(c, code) == 3).findFirst().orElseThrow();
    String one =
        environment.actions("").stream().filter(c -> same(c, code) == 1).findFirst().orElseThrow();
    State state = State.start(environment, 0).step(Optional.of(three));
    assertThat(state.reward()).isEqualTo(.75);
    assertThat(state.step(Optional.of(one)).reward()).isEqualTo(-.5);
    assertThat(state.step(Optional.of(code)).reward()).isEqualTo(.25);
  }

  private static long same(String a, String b) {
    return IntStream.range(0, a.length()).filter(i -> a.charAt(i) == b.charAt(i)).count();
  }

  /** Side by side, as many episodes as one after another, and each of them the same. */
  @ParameterizedTest
  @MethodSource("ids")
  void lanesPlayTheEpisodesOfSequentialRuns(String id) {
    Environment environment = named(id);
    for (Lanes.Autoreset autoreset : Lanes.Autoreset.values()) {
      Map<Long, String> found = new HashMap<>();
      Lanes lanes = Lanes.start(environment, autoreset, 4, 100);
      while (lanes.lanes().stream().anyMatch(lane -> lane.seed() < 110)) {
        Lanes before = lanes;
        List<Optional<String>> actions =
            before.lanes().stream()
                .map(
                    lane ->
                        lane.state().over()
                            ? Optional.<String>empty()
                            : Optional.of(
                                environment
                                    .random()
                                    .action(
                                        lane.state().world().marks(),
                                        Policy.chance(lane.seed(), lane.state().turn()))))
                .toList();
        lanes = before.step(actions);
        for (int i = 0; i < 4; i++) {
          Lanes.Lane lane = lanes.lanes().get(i);
          Optional<State> ended =
              autoreset == Lanes.Autoreset.SAME_STEP
                  ? lane.ended()
                  : Optional.of(lane.state()).filter(State::over);
          long seed = before.lanes().get(i).seed();
          ended.ifPresent(state -> assertThat(found.put(seed, described(state))).isNull());
        }
      }
      for (long seed = 100; seed < 110; seed++) {
        assertThat(found)
            .containsEntry(
                seed, described(Trace.play(environment, seed, environment.random()).last()));
      }
    }
  }

  private static String described(State state) {
    return state.turn() + state.outcome() + state.reward() + state.world().marks();
  }

  @Test
  void lanesTakeAnActionEach() {
    Lanes lanes = Lanes.start(named("hanoi/easy"), Lanes.Autoreset.NEXT_STEP, 2, 0);
    assertThatThrownBy(() -> lanes.step(List.of(Optional.empty())))
        .hasMessage("Cannot step 2 lanes by 1 actions: expected one for each");
  }

  /** All eleven other positions of 2 x 2 cells come. */
  @Test
  void slidingTilesStartAnywhere() {
    Set<String> starts =
        LongStream.range(0, 300)
            .mapToObj(seed -> named("fifteen/easy").start(seed).marks())
            .collect(Collectors.toSet());
    assertThat(starts).hasSize(11).doesNotContain("abc.");
  }

  /** By a check of its own: every row, column and box has every digit once. */
  @Test
  void aSolvedSudokuIsValid() {
    for (Trace trace : solved("sudoku/hard", 50)) {
      String board = trace.last().world().text().replaceAll("\\s", "");
      for (int line = 0; line < 9; line++) {
        int at = line;
        Set<Character> row = new HashSet<>();
        Set<Character> column = new HashSet<>();
        Set<Character> box = new HashSet<>();
        for (int i = 0; i < 9; i++) {
          row.add(board.charAt(9 * at + i));
          column.add(board.charAt(9 * i + at));
          box.add(board.charAt(9 * (at / 3 * 3 + i / 3) + at % 3 * 3 + i % 3));
        }
        assertThat(List.of(row.size(), column.size(), box.size())).containsExactly(9, 9, 9);
      }
    }
  }

  @Test
  void aSudokuHasItsCluesAndEmptyCells() {
    Predicate<Integer> isClue = mark -> mark >= '1' && mark <= '9';
    for (long seed = 0; seed < 50; seed++) {
      assertThat(named("sudoku/easy").start(seed).marks().chars().boxed().filter(isClue))
          .hasSize(10);
      assertThat(named("sudoku/hard").start(seed).marks().chars().boxed().filter(isClue))
          .hasSize(50);
    }
  }

  @Test
  void minesNeverLieUnderTheFirstCell() {
    for (long seed = 0; seed < 500; seed++) {
      String cell = 1 + new SplitMix64(seed).nextInt(5) + " 3";
      State state = State.start(named("minesweeper/easy"), seed).step(Optional.of(cell));
      assertThat(state.outcome()).isIn("", "won");
    }
  }
}
