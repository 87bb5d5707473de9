/** What is recorded of a run, and how its tables are found and read again. */
package org.galton.job.run;
