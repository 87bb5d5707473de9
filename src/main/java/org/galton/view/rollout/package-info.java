/** The list of rollouts with its search and filters, and the page of one rollout. */
package org.galton.view.rollout;
