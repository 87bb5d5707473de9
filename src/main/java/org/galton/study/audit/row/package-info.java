/** Tables of audits. */
package org.galton.study.audit.row;
