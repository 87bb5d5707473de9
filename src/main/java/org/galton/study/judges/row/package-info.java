/** The tables of the study of judges, with their schemas. */
package org.galton.study.judges.row;
