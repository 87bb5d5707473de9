/** Commands that take the spec of a sweep: parse, call a job, print. */
package org.galton.cli.sweep;
