/** The tables of reliability, with their schemas. */
package org.galton.study.reliability.row;
