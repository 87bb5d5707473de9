package org.galton.selection.generated;

import java.util.List;

/** What a function looks like: a text with places for what differs. */
enum Shape {
  ARITHMETIC(
      """
      def %NAME(x, y):
          return (x %0 %1 %2 y) % 97
      """,
      SlotKind.OPERATOR_SWAP, SlotKind.OFF_BY_ONE, SlotKind.OPERATOR_SWAP),
  CALL(
      """
      def %NAME(x, y):
          return (%0(%1) %2 %3) % 97
      """,
      SlotKind.WRONG_CALLEE,
      SlotKind.SWAPPED_ARGUMENTS,
      SlotKind.OPERATOR_SWAP,
      SlotKind.OFF_BY_ONE),
  BRANCH(
      """
      def %NAME(x, y):
          if %0x > y %1 %2:
              return %3(%4)
          return (y %5 x) % 97
      """,
      SlotKind.NEGATED_CONDITION,
      SlotKind.OPERATOR_SWAP,
      SlotKind.OFF_BY_ONE,
      SlotKind.WRONG_CALLEE,
      SlotKind.SWAPPED_ARGUMENTS,
      SlotKind.OPERATOR_SWAP),
  FOLD(
      """
      def %NAME(xs):
          total = %0
          for x in xs:
              if %1x % %2 == 0:
                  total = (%3(%4) %5 total) % 97
              else:
                  total = (total %6 x) % 97
          return total
      """,
      SlotKind.OFF_BY_ONE,
      SlotKind.NEGATED_CONDITION,
      SlotKind.OFF_BY_ONE,
      SlotKind.WRONG_CALLEE,
      SlotKind.SWAPPED_ARGUMENTS,
      SlotKind.OPERATOR_SWAP,
      SlotKind.OPERATOR_SWAP);

  private static final List<String> OPERATORS = List.of("+", "-", "*");

  private final String text;
  private final List<SlotKind> slots;

  Shape(String text, SlotKind... slots) {
    this.text = text;
    this.slots = List.of(slots);
  }

  List<SlotKind> slots() {
    return slots;
  }

  /**
   * @param values of its slots
   * @param names of the repository's functions
   */
  String source(String name, int[] values, List<String> names) {
    String source = text.replace("%NAME", name);
    String second = this == FOLD ? "total" : "y";
    for (int i = 0; i < values.length; i++) {
      String word =
          switch (slots.get(i)) {
            case OPERATOR_SWAP -> OPERATORS.get(values[i]);
            case OFF_BY_ONE -> Integer.toString(values[i]);
            case SWAPPED_ARGUMENTS -> values[i] == 0 ? "x, " + second : second + ", x";
            case NEGATED_CONDITION -> values[i] == 0 ? "" : "not ";
            case WRONG_CALLEE -> names.get(values[i]);
          };
      source = source.replace("%" + i, word);
    }
    return source;
  }
}
