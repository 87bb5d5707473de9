/** The environments by name, and episodes of them: one after another or side by side. */
package org.galton.environment.suite;
