/** Fréchet distance between two groups of vectors, each taken as a Gaussian. */
package org.galton.frechet;
