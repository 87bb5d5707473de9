package org.galton.environment;

/**
 * A call of a tool.
 *
 * @param failed whether the tool could not answer: a turn as any other, that says why
 */
public record ToolCall(String tool, String argument, boolean failed) {}
