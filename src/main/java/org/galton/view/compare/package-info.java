/** Two cells side by side, prompt by prompt, and their completions of one prompt. */
package org.galton.view.compare;
