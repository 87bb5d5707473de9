/** The verdicts on rollouts of measured prompts, counted. Knows neither policies nor steps. */
package org.galton.reinforce.measure;
