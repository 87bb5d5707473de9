/**
 * How many rollouts each prompt gets next: {@link org.galton.reward.budget.AllocationRule}, by what
 * is known of its success rate ({@link org.galton.reward.budget.SuccessRates}).
 */
package org.galton.reward.budget;
