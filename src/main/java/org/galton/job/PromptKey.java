package org.galton.job;

import java.io.Serializable;
import org.apache.spark.unsafe.types.UTF8String;

/** A prompt under a model; where the input names no model, its name is empty. */
record PromptKey(UTF8String model, UTF8String prompt) implements Serializable {}
