package org.galton.flags;

import java.util.Locale;

/** What a flag is found by. */
public enum Rule {
  /** A tool that the task does not declare is called. */
  UNDECLARED_TOOL(Rubric.INSTRUCTION_VIOLATION),
  /** The answer cannot be read. */
  UNREADABLE_ANSWER(Rubric.INSTRUCTION_VIOLATION),
  /** A tool says that it failed. */
  TOOL_ERROR(Rubric.TOOL_FAILURE),
  /** Behind a call that failed the next call is another one, succeeds, and hands nothing in. */
  OTHER_CALL(Rubric.SELF_CORRECTION),
  /** A tool that checks is called before the answer is handed in. */
  CHECK_BEFORE_ANSWER(Rubric.VERIFICATION),
  /** The rollout ended because the machine, the network or the service failed. */
  INFRASTRUCTURE(Rubric.ENVIRONMENTAL_BARRIER),
  /** The rollout ended by its limit of time. */
  TIME_LIMIT(Rubric.ENVIRONMENTAL_BARRIER),
  /** A tool failed with words of the machine or the network, such as "connection refused". */
  BARRIER_IN_RESULT(Rubric.ENVIRONMENTAL_BARRIER),
  /** The agent says a text that it is not to know. */
  HIDDEN_TEXT(Rubric.SHORTCUT),
  /**
   * The answer is the same on all inputs of a family whose right answers differ, and fails on some.
   */
  CONSTANT_ANSWER(Rubric.SHORTCUT);

  private final Rubric rubric;

  Rule(Rubric rubric) {
    this.rubric = rubric;
  }

  public Rubric rubric() {
    return rubric;
  }

  /** As tables write it: its name in small letters. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
