package org.galton.job.balance;

import java.io.Serializable;

/**
 * @param count how often; a probability where the input holds these
 */
record CountedStep(StepKey key, double count) implements Serializable {}
