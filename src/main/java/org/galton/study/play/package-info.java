/**
 * Episodes of environments: played by a person in the terminal, or by a sweep's models, whose turns
 * become a table and conversations in the report.
 */
package org.galton.study.play;
