package org.galton.environment;

/** How an answer in prose says its action. */
public enum AnswerForm {
  /** In a box of LaTeX. */
  BOX("Put your answer into \\boxed{}; the last box counts.") {
    @Override
    String write(String action) {
      return Answer.BOX + action + "}";
    }

    @Override
    String told(PlayedTurn turn) {
      return "You answered " + write(turn.action().orElse("")) + ".";
    }
  },
  /** In a block of code between two fences of Markdown. */
  BLOCK("Put your answer into a block of code, between ```python and ```; the last block counts.") {
    @Override
    String write(String action) {
      return "```python\n" + action + "\n" + Answer.FENCE;
    }

    @Override
    String told(PlayedTurn turn) {
      return turn.state()
          .call()
          .map(call -> "You called %s with:\n%s".formatted(call.tool(), write(call.argument())))
          .orElseGet(() -> "You answered:\n" + write(turn.action().orElse("")));
    }
  };

  private final String asked;

  AnswerForm(String asked) {
    this.asked = asked;
  }

  /** What an agent is told. */
  String asked() {
    return asked;
  }

  abstract String write(String action);

  /** How an agent is reminded of a turn. */
  abstract String told(PlayedTurn turn);
}
