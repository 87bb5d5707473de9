package org.galton.environment.team;

import java.util.OptionalInt;

/**
 * A turn of one role.
 *
 * @param turn number of the step, from 1; the generator's is that of the last step
 * @param answer of the model, as far as it is read and kept; a tool's result
 * @param action what was read: the planner's sub-goal, the executor's command, the verifier's 1 or
 *     0; empty otherwise
 * @param tool that the step uses; empty for the verifier and the generator
 * @param argument the planner's context, or the command that a tool was given; empty otherwise
 * @param failed whether the tool gave no answer
 * @param misread whether nothing could be read from the answer
 * @param tokens of the answer, where they are known
 */
public record TeamTurn(
    int turn,
    Role role,
    String answer,
    String action,
    String tool,
    String argument,
    boolean failed,
    boolean misread,
    OptionalInt tokens) {}
