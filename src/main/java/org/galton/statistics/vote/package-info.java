/** Majority votes: maj@k, how ties are decided, and the curve of a vote over its size. */
package org.galton.statistics.vote;
