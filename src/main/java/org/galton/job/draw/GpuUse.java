package org.galton.job.draw;

/** What a GPU is asked for, in the words of an error. */
public enum GpuUse {
  DECODING("decode", "decoding.device"),
  DRAWING("draw", "drawing.device"),
  LEARNING("learn", "learner.device");

  private final String verb;
  private final String key;

  GpuUse(String verb, String key) {
    this.verb = verb;
    this.key = key;
  }

  String verb() {
    return verb;
  }

  /** The key of the spec that asks for it. */
  String key() {
    return key;
  }
}
