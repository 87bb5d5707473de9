/** Two runs, or the models of one, compared by {@link org.galton.job.comparison}; mass balance. */
package org.galton.study.comparison;
