/**
 * The judge of JSON that has to fit a JSON Schema. Owns the bounds of such documents; what a schema
 * means is the library's.
 */
package org.galton.task.judge.schema;
