/** The tables of studies of junk data, with their schemas. */
package org.galton.study.junk.row;
