/** Samplers at equal cost in the report. */
package org.galton.study.samplers.view;
