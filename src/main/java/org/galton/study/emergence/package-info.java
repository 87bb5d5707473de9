/**
 * Whether groups of agents are more than their members. What is computed is {@link
 * org.galton.emergence}'s; here are reading, the spreading of surrogates over tasks, and writing.
 */
package org.galton.study.emergence;
