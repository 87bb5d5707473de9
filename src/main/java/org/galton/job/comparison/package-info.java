/**
 * Two runs, models or samplings on the prompts that they share: which cells are paired, which
 * prompts are left out and why, paired differences, and gates on them. Reads the counts that
 * finished runs left in their tables, and needs no cluster.
 */
package org.galton.job.comparison;
