/**
 * Trains a value head: from the stored rollouts of a run, with their tokens and verdicts, to a
 * {@link org.galton.model.llama.value.ValueFolder}. The checkpoint beneath it stays as it is.
 */
package org.galton.train.value;
