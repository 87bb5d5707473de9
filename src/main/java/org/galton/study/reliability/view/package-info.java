/** Page of reliability, from its rows. */
package org.galton.study.reliability.view;
