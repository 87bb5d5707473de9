/** The report of a sweep: its own sections, around those of its studies. */
package org.galton.report.sweep;
