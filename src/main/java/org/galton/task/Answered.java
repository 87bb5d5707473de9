package org.galton.task;

/** A completion of a prompt, to be judged. */
public record Answered(Prompt prompt, String completion) {}
