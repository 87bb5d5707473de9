/** Section and page of the study of balance, from its rows. */
package org.galton.study.balance.view;
