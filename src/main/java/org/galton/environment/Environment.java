package org.galton.environment;

import java.util.List;
import java.util.Map;

/**
 * The rules of a game for one agent: where an episode starts, how long it may take, and how a rule
 * plays it. Immutable; many threads use it.
 */
public interface Environment {
  /** Characters of an action, where an environment or a tool needs no more. */
  int LONGEST_ANSWER = 200;

  /** Its name and difficulty, such as {@code guess-the-number/easy}. */
  String id();

  /** Raised when the same seed and actions lead to other observations or rewards. */
  default int version() {
    return 1;
  }

  /** What the difficulty stands for, by name: for lists and documents. */
  Map<String, String> parameters();

  /** Most steps of an episode; the last one truncates it unless it ends by itself. */
  int turnLimit();

  /** How an answer in prose says its action. */
  default AnswerForm answerForm() {
    return AnswerForm.BOX;
  }

  /** Characters of the longest action that is no call. */
  default int longestAnswer() {
    return LONGEST_ANSWER;
  }

  /** The rules and how an action is written, in English. */
  String task();

  /** What an agent may ask besides acting. */
  default List<Tool> tools() {
    return List.of();
  }

  /** The world before the first action. */
  World start(long seed);

  /**
   * Actions to choose from where the agent knows this much; the random policy takes each as likely.
   *
   * @param marks of a world that is not over, see {@link World#marks}
   */
  List<String> actions(String marks);

  /** A rule that plays well: it knows no more than the marks tell. */
  Policy solver();

  /** Chooses among {@link #actions}, each as likely, with repeats. */
  default Policy random() {
    return (marks, chance) -> {
      List<String> actions = actions(marks);
      return actions.get(chance.nextInt(actions.size()));
    };
  }
}
