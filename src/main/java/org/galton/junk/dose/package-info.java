/** Dose and response: a slope, an exact test of trend, and the size of the effect. */
package org.galton.junk.dose;
