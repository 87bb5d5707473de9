package org.galton.environment;

/** How the turns of an episode are put to a model. */
public enum TurnForm {
  /** Each in one text that tells what came before; the tools are described in it. */
  TEXT,
  /**
   * As a chat that grows: the agent's own words, calls and their results are messages. Tools are
   * offered as the model's template, or its server, offers them.
   */
  CHAT
}
