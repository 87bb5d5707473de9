/** Logistic regression: fit, standard errors, separation, and what standardizes its predictors. */
package org.galton.statistics.regression;
