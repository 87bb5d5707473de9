/** How two judges of the same answers agree, and rates corrected for a judge's known errors. */
package org.galton.statistics.agreement;
