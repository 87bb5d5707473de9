/** What it costs to find one prompt among millions of rollouts, in seconds and bytes. */
package org.galton.scale;
