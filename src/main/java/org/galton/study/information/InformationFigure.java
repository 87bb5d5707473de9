package org.galton.study.information;

import org.galton.information.NullComparison;

/**
 * An information in bits beside what shuffles give.
 *
 * @param quantity such as {@code I(length; correct)} or {@code synergy}
 * @param method the estimator, or the definition of redundancy
 */
public record InformationFigure(String quantity, String method, NullComparison comparison) {}
