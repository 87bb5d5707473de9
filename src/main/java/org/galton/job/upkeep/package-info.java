/** Compaction, expiry and checks of output folders. */
package org.galton.job.upkeep;
