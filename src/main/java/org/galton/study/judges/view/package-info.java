/** The section of the study of judges, from its rows. */
package org.galton.study.judges.view;
