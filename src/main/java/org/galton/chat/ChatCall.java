package org.galton.chat;

import java.io.Serializable;

/**
 * A call of a tool.
 *
 * @param id by which its result refers to it
 * @param arguments a JSON object
 */
public record ChatCall(String id, String name, String arguments) implements Serializable {}
