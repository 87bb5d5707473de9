/**
 * Figures of a cell, from counts of its prompts to rows of the tables {@code metrics} and {@code
 * prompt_statistics}.
 */
package org.galton.job.figure;
