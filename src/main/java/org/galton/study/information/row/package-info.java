/** The table of the study of information, with its schema. */
package org.galton.study.information.row;
