package org.galton.task.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A completion made of a template around a value, right or wrong by construction. In a wrong one
 * the reference often stands somewhere else: in a step, a check, a denominator, an exponent.
 */
record MadeCompletion(Kind kind, String reference, String completion, boolean right) {

  enum Kind {
    NUMBER,
    FRACTION,
    LIST,
    EXPRESSION
  }

  /** {@code V} is the value, {@code R} a plain text of the reference, which is no answer there. */
  private static final List<String> TEMPLATES =
      List.of(
          "We add up. So \\boxed{V}.",
          "First guess: \\boxed{R}? No. The result is \\boxed{V}.",
          "Step 1: 3 rows. Step 2: 7 in each row.\n\n**Answer:** V",
          "Let us check R again: it is too small.\nThe answer is V.",
          "The final answer is $V$.",
          "**Final Answer**\n\n$$\nV\n$$\n",
          "#### V",
          "<think>Maybe R. Or \\boxed{R}.</think>Hence \\boxed{V}.",
          "Thus we get \\[ V \\]",
          "We find that the value is $V$.",
          "So there are 12 of them in 4 boxes. Therefore\n\n\\boxed{V}\n\nCheck: 4 and 3 make 12.",
          "The answer is not R. The answer is V.",
          "It is not \\boxed{R}, so we take \\boxed{V}.",
          "<answer>V</answer>",
          "La réponse est V.",
          "Die Antwort lautet: **V**",
          "答案是V。",
          "La respuesta final es \\(V\\).",
          "Ответ: V",
          "If the first were R, we would have 9 left. Since that is wrong, the answer is: V",
          "### Answer\nV",
          "Answer = V",
          "Final answer: V\n",
          "By Theorem 2.1 on page 37 (2019), \\fbox{V} holds.");

  /** Without a committed answer: wrong whatever the reference. */
  private static final List<String> WITHOUT =
      List.of(
          "We could take R, but there is not enough information.",
          "\\boxed{R",
          "<think>It is R. \\boxed{R}",
          "\\boxed{}",
          "The answer is not R.",
          "I don't know.",
          "\\boxed{R} or \\boxed{1234567}",
          "The answer is R or 1234567.",
          "Is the answer R?");

  static List<MadeCompletion> draw(int count, long seed) {
    Random random = new Random(seed);
    List<MadeCompletion> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Kind kind = Kind.values()[i % Kind.values().length];
      MadeValue value = MadeValue.draw(kind, random);
      if (random.nextInt(10) == 0) {
        String text = oneOf(WITHOUT, random).replace("R", value.reference());
        made.add(new MadeCompletion(kind, value.reference(), text, false));
      } else {
        boolean right = random.nextBoolean();
        String written = oneOf(right ? value.right() : value.wrong(), random);
        String text =
            oneOf(TEMPLATES, random)
                .replace("R", right ? "41" : value.reference())
                .replace("V", written);
        made.add(new MadeCompletion(kind, value.reference(), text, right));
      }
    }
    return made;
  }

  private static String oneOf(List<String> texts, Random random) {
    return texts.get(random.nextInt(texts.size()));
  }
}
