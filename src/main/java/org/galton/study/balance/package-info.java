/**
 * Detailed balance: the landscape that an agent walks in, from steps of walks, anyone's files or
 * votes among stored rollouts. What is computed is {@link org.galton.balance}'s.
 */
package org.galton.study.balance;
