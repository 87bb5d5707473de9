package org.galton.selection.generated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.galton.numerics.SplitMix64;
import org.galton.program.Program;
import org.galton.program.ProgramException;

/**
 * Three to six functions of integers below 97 that call each other. The last, {@code solve}, takes
 * a list and is what tests call.
 *
 * @param shapes of the functions
 * @param values of their slots, by function
 */
@SuppressWarnings("ArrayRecordComponent")
record Repository(List<Shape> shapes, int[][] values) {
  private static final long STEPS = 20_000;

  /**
   * One slot of one function, and another value for it.
   *
   * @param kind of the change
   */
  record Edit(int function, int slot, int value, SlotKind kind) {}

  static Repository drawn(SplitMix64 random) {
    int functions = 3 + random.nextInt(4);
    List<Shape> shapes = new ArrayList<>();
    shapes.add(Shape.ARITHMETIC);
    while (shapes.size() < functions - 1) {
      shapes.add(Shape.values()[random.nextInt(3)]);
    }
    shapes.add(Shape.FOLD);
    int[][] values = new int[functions][];
    for (int f = 0; f < functions; f++) {
      List<SlotKind> slots = shapes.get(f).slots();
      values[f] = new int[slots.size()];
      for (int s = 0; s < values[f].length; s++) {
        values[f][s] =
            switch (slots.get(s)) {
              case OFF_BY_ONE -> 2 + random.nextInt(6);
              case WRONG_CALLEE -> random.nextInt(f);
              default -> random.nextInt(slots.get(s).many());
            };
      }
    }
    return new Repository(List.copyOf(shapes), values);
  }

  String source() {
    List<String> names = new ArrayList<>();
    StringBuilder source = new StringBuilder();
    for (int f = 0; f < shapes.size(); f++) {
      names.add(f == shapes.size() - 1 ? "solve" : "part_" + (char) ('a' + f));
      source.append(shapes.get(f).source(names.get(f), values[f], names)).append('\n');
    }
    return source.toString();
  }

  /** All single changes. */
  List<Edit> edits() {
    List<Edit> edits = new ArrayList<>();
    for (int f = 0; f < shapes.size(); f++) {
      List<SlotKind> slots = shapes.get(f).slots();
      for (int s = 0; s < slots.size(); s++) {
        int now = values[f][s];
        SlotKind kind = slots.get(s);
        if (kind == SlotKind.OFF_BY_ONE) {
          edits.add(new Edit(f, s, now - 1, kind));
          edits.add(new Edit(f, s, now + 1, kind));
          continue;
        }
        int many = kind == SlotKind.WRONG_CALLEE ? f : kind.many();
        for (int value = 0; value < many; value++) {
          if (value != now) {
            edits.add(new Edit(f, s, value, kind));
          }
        }
      }
    }
    return edits;
  }

  Repository with(Edit edit) {
    int[][] changed = Arrays.stream(values).map(int[]::clone).toArray(int[][]::new);
    changed[edit.function()][edit.slot()] = edit.value();
    return new Repository(shapes, changed);
  }

  Program program() {
    return Program.read(source());
  }

  /** What the program answers; empty where it fails. */
  static Optional<Object> answer(Program program, List<Long> input) {
    try {
      return program.call("solve", List.of(input), STEPS).value();
    } catch (ProgramException e) {
      return Optional.empty();
    }
  }

  static List<Long> input(SplitMix64 random) {
    List<Long> input = new ArrayList<>();
    int length = 1 + random.nextInt(7);
    for (int i = 0; i < length; i++) {
      input.add((long) random.nextInt(41) - 20);
    }
    return List.copyOf(input);
  }
}
