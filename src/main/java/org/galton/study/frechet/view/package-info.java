/** Page of distances between groups of vectors, from its rows. */
package org.galton.study.frechet.view;
