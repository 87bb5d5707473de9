/**
 * A checkpoint's files and its configuration: what config.json says, the family of the model, rope
 * scaling, sliding windows.
 */
package org.galton.model.llama.config;
