/** Which of many patches to take by tests that were written beside them: {@code galton select}. */
package org.galton.study.selection;
