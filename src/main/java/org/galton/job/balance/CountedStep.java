package org.galton.job.balance;

import java.io.Serializable;
import org.galton.job.StepKey;

/**
 * @param count how often; a probability where the input holds these
 */
record CountedStep(StepKey key, double count) implements Serializable {}
