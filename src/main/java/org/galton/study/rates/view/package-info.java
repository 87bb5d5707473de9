/** Page of pass rates, from their rows. */
package org.galton.study.rates.view;
