/** Gates on figures: what a run has to reach. */
package org.galton.job.gate;
