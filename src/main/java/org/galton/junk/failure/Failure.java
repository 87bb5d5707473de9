package org.galton.junk.failure;

import java.io.Serializable;

/**
 * A wrong answer with its class.
 *
 * @param evidence what decides, in words
 */
public record Failure(FailureClass kind, String evidence) implements Serializable {}
