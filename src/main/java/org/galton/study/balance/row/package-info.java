/** Tables of the study of balance, with their schemas. */
package org.galton.study.balance.row;
