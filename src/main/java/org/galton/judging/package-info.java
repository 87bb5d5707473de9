/**
 * Judges that ask a model. Above tasks and models, which do not know each other: a judge of this
 * package is found by its kind's line in {@code META-INF/services}.
 */
package org.galton.judging;
