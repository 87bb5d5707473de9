package org.galton.sweep;

import java.io.Serializable;

/**
 * How the machine draws, never what: no part of a generation's identity.
 *
 * @param slots rollouts decoded side by side by one Spark task slot
 * @param device {@code cpu} or {@code gpu}; a GPU asked for and not given is an error
 */
public record Decoding(int slots, String device) implements Serializable {
  public static final Decoding DEFAULT = new Decoding(128, "cpu");
}
