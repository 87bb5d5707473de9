package org.galton.environment.team;

/**
 * What a team keeps of a step.
 *
 * @param tool as the planner called it; empty where it named none
 * @param command the tool's argument; empty where there was none
 * @param result the tool's answer, or why there is none
 * @param failed whether there is none
 */
public record MemoryStep(
    String tool, String subGoal, String command, String result, boolean failed) {}
