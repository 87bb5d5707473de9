/**
 * How alike an agent's runs are, and what they are worth beyond success: {@code galton
 * reliability}.
 */
package org.galton.study.reliability;
