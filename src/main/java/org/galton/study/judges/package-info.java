/**
 * What judges say of the same rollouts: how many verdicts of which kind, where two judges disagree,
 * and how a judge fares against labels of people. The mathematics is {@code statistics.agreement}.
 */
package org.galton.study.judges;
