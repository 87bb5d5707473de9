/**
 * The sigmoid of reward against training compute, of anyone's points or a sweep's checkpoints. What
 * is computed is {@link org.galton.scaling}'s.
 */
package org.galton.study.scaling;
