/** The tables of distances between groups of vectors, with their schemas. */
package org.galton.study.frechet.row;
