/** The tables of the study of tree searches, with their schemas. */
package org.galton.study.deepsearch.row;
