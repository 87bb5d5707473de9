/** The tables of flags, with their schemas. */
package org.galton.study.flags.row;
