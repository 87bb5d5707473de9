/** Where models come from: checkpoints that a spec names, opened by the kinds of models. */
package org.galton.model.source;
