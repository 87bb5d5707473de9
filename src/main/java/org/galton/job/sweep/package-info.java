/** A sweep from its spec to its tables. */
package org.galton.job.sweep;
