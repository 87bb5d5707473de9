/**
 * What samplers that go by values do on anyone's tree, written down whole. What is computed is
 * {@link org.galton.search.tree}'s.
 */
package org.galton.study.walk;
