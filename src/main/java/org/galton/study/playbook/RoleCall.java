package org.galton.study.playbook;

import java.io.Serializable;
import org.galton.task.Prompt;

/**
 * A question to a role.
 *
 * @param prompt of the task; of a rewriter the first of its step
 * @param context that the generator had; empty for none
 * @param hasIds whether the context's lines have ids
 * @param note a lesson: for a generator that tries again, and for a curator; for a rewriter all of
 *     a step; else empty
 * @param attempt what the generator wrote, for the others; else empty
 * @param right whether that was right
 * @param budget of the context, in tokens
 * @param seed fixes every random number of the reply
 */
record RoleCall(
    Role role,
    Prompt prompt,
    String context,
    boolean hasIds,
    String note,
    String attempt,
    boolean right,
    int budget,
    long seed)
    implements Serializable {}
