/**
 * What a study of junk data computes: which posts are junk, mixtures of equal size, whether scores
 * fall with the dose, and how wrong step-by-step answers fail. Plain Java, without an engine.
 *
 * <p>After LLMs Can Get "Brain Rot", arXiv:2510.13928.
 */
package org.galton.junk;
