/**
 * Questions on a closed world of made-up entities, some of which a model is taught, and which it
 * may decline to answer.
 */
package org.galton.task.facts;
