/**
 * How samplers that go by values fare as sequences grow, on small languages whose laws are computed
 * exactly. What is computed is {@link org.galton.search.tree}'s, of trees of {@link
 * org.galton.search.generated}.
 */
package org.galton.study.vgb;
