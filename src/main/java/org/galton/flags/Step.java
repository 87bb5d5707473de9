package org.galton.flags;

import java.io.Serializable;

/**
 * A step of an agent: what it said, and the tool that it called where it called one.
 *
 * @param tool name of the tool; empty where none was called
 * @param arguments as the agent gave them; empty where there are none
 * @param result what came back; empty where nothing did
 * @param failed whether the tool could not do it
 * @param text what the agent said itself; may be empty
 */
public record Step(String tool, String arguments, String result, boolean failed, String text)
    implements Serializable {

  public boolean isCall() {
    return !tool.isEmpty();
  }

  /** Whether another step calls another tool, or the same one with other arguments. */
  boolean isOtherThan(Step other) {
    return !tool.equals(other.tool) || !arguments.equals(other.arguments);
  }
}
