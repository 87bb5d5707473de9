/** Sweeps that are run to be timed. */
package org.galton.job.bench;
