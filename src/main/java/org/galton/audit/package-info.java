/**
 * What an audit for secrets computes: scores of evidence, means of lenses, chance. Without models.
 */
package org.galton.audit;
