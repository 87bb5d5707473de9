package org.galton.environment.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.galton.environment.Difficulty;
import org.galton.environment.Environment;
import org.galton.environment.board.Fifteen;
import org.galton.environment.board.Hanoi;
import org.galton.environment.board.Sokoban;
import org.galton.environment.board.Sudoku;
import org.galton.environment.board.TwentyFortyEight;
import org.galton.environment.deduction.GuessTheNumber;
import org.galton.environment.deduction.Hangman;
import org.galton.environment.deduction.Mastermind;
import org.galton.environment.deduction.Minesweeper;
import org.galton.environment.deduction.Wordle;
import org.galton.environment.question.Arithmetic;
import org.galton.environment.question.Code;
import org.galton.environment.question.Knights;
import org.galton.environment.question.ListTask;
import org.galton.environment.question.Lookup;

/** All environments by id, each easy and hard. */
public final class Environments {
  private static final List<Function<Difficulty, Environment>> FAMILIES =
      List.of(
          GuessTheNumber::new,
          Mastermind::new,
          Minesweeper::new,
          Wordle::new,
          Hangman::new,
          Fifteen::new,
          Sudoku::new,
          Hanoi::new,
          TwentyFortyEight::new,
          Sokoban::new,
          Arithmetic::new,
          Lookup::new,
          Knights::new,
          ListTask::new,
          Code::new);

  /** In the order of lists. */
  public static final List<Environment> ALL = all();

  private static final Map<String, Environment> BY_ID =
      ALL.stream().collect(Collectors.toMap(Environment::id, Function.identity()));

  private Environments() {}

  private static List<Environment> all() {
    List<Environment> all = new ArrayList<>();
    for (Function<Difficulty, Environment> family : FAMILIES) {
      for (Difficulty difficulty : Difficulty.values()) {
        all.add(family.apply(difficulty));
      }
    }
    return List.copyOf(all);
  }

  public static Optional<Environment> named(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  public static List<String> ids() {
    return ALL.stream().map(Environment::id).toList();
  }
}
