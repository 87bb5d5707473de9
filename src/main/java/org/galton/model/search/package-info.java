/**
 * Rollouts by search: asks a model block by block what a {@link org.galton.search.Search} wants,
 * for many rollouts side by side. Knows models and searches, no task and no engine.
 */
package org.galton.model.search;
