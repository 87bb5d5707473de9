package org.galton.study.reliability;

import java.io.Serializable;

/** A model with what is built around it, on a task. */
record Agent(String task, String model, String scaffold) implements Serializable {}
