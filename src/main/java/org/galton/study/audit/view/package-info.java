/** Page of audits, from its rows. */
package org.galton.study.audit.view;
