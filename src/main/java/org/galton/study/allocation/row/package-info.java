/** The tables of the study of allocation, with their schemas. */
package org.galton.study.allocation.row;
