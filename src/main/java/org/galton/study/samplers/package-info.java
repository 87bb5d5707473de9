/** Samplers of the same model on the same prompts, compared at equal cost. */
package org.galton.study.samplers;
