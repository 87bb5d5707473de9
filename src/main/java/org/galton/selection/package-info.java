/**
 * Choice among patches by tests that were written beside them, and small repositories with bugs on
 * which it can be studied. Knows no model and no engine.
 */
package org.galton.selection;
