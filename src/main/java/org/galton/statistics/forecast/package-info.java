/** How good forecasts of probabilities are, once the outcomes are known. */
package org.galton.statistics.forecast;
