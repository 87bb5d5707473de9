/**
 * A training's gradients and rollouts by tasks of Spark. {@link
 * org.galton.job.policy.PolicyExecutors} hands them out; weights, moments and tables stay with the
 * driver. Knows no spec and no table.
 */
package org.galton.job.policy;
