/**
 * Pass rates of anyone's rollouts, or of a run, with their error bars. What is computed is {@link
 * org.galton.statistics}'s.
 */
package org.galton.study.rates;
