/** SQL over the tables of an output folder. */
package org.galton.job.query;
