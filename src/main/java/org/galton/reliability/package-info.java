/** How alike the runs of an agent on one problem are, and what a run says of itself. */
package org.galton.reliability;
