package org.galton.task;

import java.io.Serializable;
import java.util.Map;

/**
 * A question put to a model.
 *
 * @param id hash of the task's name, the text and the reference: the same prompt has the same id in
 *     every sweep
 * @param task name of the task
 * @param cluster family of related prompts whose outcomes are correlated; the prompt's own id where
 *     there is none
 * @param text what the model is to continue
 * @param reference what a verifier compares with; its meaning is the task's
 * @param attributes further facts for analysts, such as the difficulty
 */
public record Prompt(
    String id,
    String task,
    String cluster,
    String text,
    String reference,
    Map<String, String> attributes) {}
