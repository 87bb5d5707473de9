/** Turns logs of other tools into the tables of a sweep. */
package org.galton.job.samples;
