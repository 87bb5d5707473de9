/**
 * How many rollouts each prompt gets next, by anyone's rollouts so far. The rules are those of
 * {@code org.galton.reward.budget}.
 */
package org.galton.study.allocation;
