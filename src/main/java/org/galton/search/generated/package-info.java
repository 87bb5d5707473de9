/**
 * Trees made by rule, to see how samplers by value fare as sequences grow: small languages with
 * rewards, and values that are exact, wrong, late or learned from samples.
 */
package org.galton.search.generated;
